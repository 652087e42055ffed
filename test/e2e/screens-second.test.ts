import { describeScreens } from './support/describe-screens';

describeScreens('second');
