import { describeScreens } from './support/describe-screens';

describeScreens('light', [320, 1024]);
