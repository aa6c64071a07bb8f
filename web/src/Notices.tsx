import { keep } from './address';
import { Button } from 'react-aria-components';
import { today } from './day';
import { useAtlas } from './useAtlas';

/** What stands over the map when there is something to say instead of to see. */
export function Notices() {
  return (
    <div className="notices">
      <Notice />
    </div>
  );
}

function Notice() {
  const atlas = useAtlas();
  const { writer, stranger } = atlas;
  if (stranger) return <SignIn ended={stranger === 'ended'} />;
  if (atlas.mapless) {
    return (
      <div className="notice problem" role="alert">
        <p>{writer.text('noWebGL')}</p>
      </div>
    );
  }
  const problem = atlas.problem ?? [...atlas.failed.values()][0];
  if (problem) {
    return (
      <div className="notice problem" role="alert">
        <p>{problem.message}</p>
        {problem.requestID && <p className="hint">{writer.text('requestID', { id: problem.requestID })}</p>}
        <Button onPress={() => void atlas.load()}>{writer.text('retry')}</Button>
      </div>
    );
  }
  if (atlas.ground.lost) return <NoGround />;
  if (!atlas.listing.empty || atlas.busy) return null;
  return atlas.catalog.organizations.length === 0 ? <Empty /> : <EmptyDay />;
}

/** Who asks is not known, or no longer: the way in, and past it where something is public. */
function SignIn({ ended }: { ended: boolean }) {
  const atlas = useAtlas();
  const { writer } = atlas;
  return (
    <div className="notice" role="alert">
      <h2>{writer.text(ended ? 'sessionEnded' : 'mustSignIn')}</h2>
      <p>{writer.text(ended ? 'sessionEndedHint' : 'mustSignInHint')}</p>
      <p className="actions">
        <a className="main" href={`/sign-in?lang=${writer.language}`} onClick={keep}>
          {writer.text('signIn')}
        </a>
        <Button onPress={() => void atlas.load()}>{writer.text(ended ? 'goOnAsPublic' : 'retry')}</Button>
      </p>
    </div>
  );
}

/** The map chosen to lie underneath does not come: the register's own does without. */
function NoGround() {
  const atlas = useAtlas();
  const { writer, ground } = atlas;
  return (
    <div className="notice" role="status">
      <p>{writer.text('groundLost', { name: writer.of(ground.chosen!.title) })}</p>
      <Button onPress={() => atlas.choose({ base: '' })}>{writer.text('groundLeave')}</Button>
    </div>
  );
}

/** The commands that fill a register. */
const demoCommand = 'hatangso demo';
const importCommands = 'hatangso import units units.geojson\nhatangso import sites sites.csv';

/** An empty register, and how to fill it. */
function Empty() {
  const { writer } = useAtlas();
  return (
    <div className="notice" role="status">
      <h2>{writer.text('emptyTitle')}</h2>
      <p>{writer.text('emptyDemo')}</p>
      <pre>
        <code>{demoCommand}</code>
      </pre>
      <p>{writer.text('emptyImport')}</p>
      <pre>
        <code>{importCommands}</code>
      </pre>
    </div>
  );
}

/** A day before anything was. */
function EmptyDay() {
  const atlas = useAtlas();
  const { writer } = atlas;
  return (
    <div className="notice" role="status">
      <h2>{writer.text('emptyDay')}</h2>
      <p>{writer.text('emptyDayHint', { date: writer.date(atlas.at.date) })}</p>
      <Button onPress={() => atlas.choose({ date: today() })}>{writer.text('today')}</Button>
    </div>
  );
}
