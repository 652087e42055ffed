import { describeScreens } from './support/describe-screens';

describeScreens('dark', [{ width: 1024, textPercent: 100 }]);
