/** The human key of an objective or key result (`O-7`, `KR-31`), set back so that the title leads. */
import './key-badge.css';

export const KeyBadge = ({ text }: { readonly text: string }) => <span className="key-badge">{text}</span>;
