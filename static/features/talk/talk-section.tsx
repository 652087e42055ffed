/** Comments and history of an objective or a key result, one at a time. What is being typed stays while one looks at the history. */
import { useState } from 'react';
import { ViewSwitch } from '../../ui/view-switch';
import { ActivityList } from './activity-list';
import { CommentList } from './comment-list';

const views = [
  { key: 'comments', label: 'Comments' },
  { key: 'history', label: 'History' },
] as const;

type View = (typeof views)[number]['key'];

type Props = {
  readonly subject: { readonly type: 'objective' | 'key-result'; readonly id: string };
  readonly projectId: string | null;
  readonly may: boolean;
};

const TalkSection = ({ subject, projectId, may }: Props) => {
  const [view, setView] = useState<View>('comments');
  return (
    <div className="talk">
      <ViewSwitch label="Comments and history" views={views} open={view} onOpen={setView} />
      <div hidden={view !== 'comments'}>
        <CommentList subject={subject} projectId={projectId} may={may} />
      </div>
      {view === 'history' && <ActivityList subject={subject} onOpen={null} />}
    </div>
  );
};

export default TalkSection;
