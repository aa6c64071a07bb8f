import type { Plan } from '../house';
import { useWords } from '../words';

/** What a plan gives to whom to do. Who leads is a proper name, as the plan has it. */
export function Tasks({ tasks }: { tasks: Plan['tasks'] }) {
  const words = useWords();
  return (
    <section className="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">{words.w('tasks', { n: String(tasks.length) })}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{words.w('task')}</th>
            <th scope="col">{words.w('lead')}</th>
            <th scope="col">{words.w('partners')}</th>
            <th scope="col">{words.w('period')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task, i) => (
            <tr key={i}>
              <th scope="row">
                {words.of(task.title)}
                {task.clause && <small>{/^[IVXLC\d]/.test(task.clause) ? words.w('clause', { clause: task.clause }) : task.clause}</small>}
              </th>
              <td data-label={words.w('lead')} lang="vi">
                {task.lead}
              </td>
              <td data-label={words.w('partners')} lang="vi">
                {task.partners}
              </td>
              <td data-label={words.w('period')}>{task.period && words.period(task.period)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
