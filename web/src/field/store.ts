import type { Job } from './job';

const database = 'hatangso-field';
const store = 'jobs';

/** Keeps jobs on the device, through reloads and restarts. What it says it kept is on the disk. */
export class JobStore {
  private opened: Promise<IDBDatabase> | null = null;

  private open(): Promise<IDBDatabase> {
    this.opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error(database));
    });
    return this.opened;
  }

  /** All jobs, the oldest first. */
  async all(): Promise<Job[]> {
    const db = await this.open();
    const jobs = await new Promise<Job[]>((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as Job[]);
      request.onerror = () => reject(request.error ?? new Error(store));
    });
    return jobs.sort((a, b) => a.at.localeCompare(b.at));
  }

  put(job: Job): Promise<void> {
    return this.write((jobs) => jobs.put(job));
  }

  delete(key: string): Promise<void> {
    return this.write((jobs) => jobs.delete(key));
  }

  private async write(change: (jobs: IDBObjectStore) => void): Promise<void> {
    const db = await this.open();
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(store, 'readwrite', { durability: 'strict' });
      change(transaction.objectStore(store));
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error(store));
    });
  }
}
