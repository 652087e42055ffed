import { describeScreens } from './support/describe-screens';

describeScreens('light', [
  { width: 320, textPercent: 100 },
  { width: 1280, textPercent: 200 },
]);
