import type { API } from '../api';
import type { Job } from './job';
import { send } from './send';
import { JobStore } from './store';

/** How often what waits is tried again, in milliseconds: a device may not say that its network is back. */
const againMS = 30_000;

/** Only one tab sends at a time. */
const lock = 'hatangso-field';

/** What was done in the field and is on its way to the register. */
export class Queue {
  jobs: readonly Job[] = [];
  /** The register wants to know who sends. */
  stranger = false;
  /** This browser keeps nothing: then nothing can be done in the field. */
  broken = false;

  private readonly sending = new Set<string>();

  constructor(
    private readonly api: API,
    private readonly changed: () => void,
    /** Who is signed in, null for nobody. */
    private readonly actor: () => string | null,
    /** The register has something new. */
    private readonly arrived: () => void,
    private readonly store = new JobStore(),
  ) {}

  /** Reads what waits from before, and goes on sending it. */
  async start(): Promise<void> {
    await this.read();
    window.addEventListener('online', () => void this.send());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.send());
    window.setInterval(() => this.waiting > 0 && void this.send(), againMS);
    void this.send();
  }

  get waiting(): number {
    return this.jobs.filter(({ state }) => state !== 'sent').length;
  }

  /** Keeps a job on the device, and sends it if that can be done now. */
  async add(...jobs: Job[]): Promise<void> {
    for (const job of jobs) await this.store.put(job);
    await this.read();
    void this.send();
  }

  async discard(job: Job): Promise<void> {
    await this.store.delete(job.key);
    await this.read();
  }

  async clear(): Promise<void> {
    for (const job of this.jobs) if (job.state === 'sent') await this.store.delete(job.key);
    await this.read();
  }

  /** Sends again what was refused. */
  async again(job: Job): Promise<void> {
    await this.store.put({ ...job, state: 'waiting', problem: null, theirs: null });
    await this.read();
    await this.send();
  }

  /** Settles a conflict: writes what is on the device over what the register has, or leaves that. */
  async settle(job: Job, mine: boolean): Promise<void> {
    const theirs = job.theirs as { id: number; version: number } | null;
    if (!theirs) return;
    if (!mine) {
      // the photos are evidence all the same
      await this.store.put({ ...job, state: job.photos.some((p) => !p.sent) ? 'waiting' : 'sent', record: theirs.id, problem: null, theirs: null });
    } else {
      const { code: _, ...body } = job.body;
      await this.store.put({ ...job, state: 'waiting', key: job.key, body, change: { id: theirs.id, version: theirs.version }, problem: null, theirs: null });
    }
    await this.read();
    await this.send();
  }

  /** Sends what waits, the oldest first, unless another tab does. */
  async send(): Promise<void> {
    if (!navigator.onLine) return;
    await navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
      if (!held) return;
      await this.read();
      let some = false;
      for (const waiting of this.jobs.filter(({ state }) => state === 'waiting' || state === 'sending')) {
        const who = this.actor();
        if (who === null || who !== waiting.actor) continue;
        const parent = waiting.after ? (this.jobs.find(({ key }) => key === waiting.after!.key) ?? null) : null;
        if (parent && parent.record === null) continue; // what it is of has not been taken
        const job = structuredClone(waiting);
        job.state = 'sending';
        this.sending.add(job.key);
        await this.keep(job);
        const outcome = await send(this.api, job, parent, (j) => this.keep(j));
        this.sending.delete(job.key);
        job.state = outcome === 'stranger' ? 'waiting' : outcome;
        this.stranger = outcome === 'stranger';
        await this.keep(job);
        some ||= outcome === 'sent';
        if (outcome === 'waiting' || outcome === 'stranger') break;
      }
      if (some) this.arrived();
    });
  }

  private async keep(job: Job): Promise<void> {
    await this.store.put(job);
    await this.read();
  }

  private async read(): Promise<void> {
    try {
      this.jobs = await this.store.all();
    } catch {
      this.broken = true;
    }
    this.changed();
  }
}
