/**
 * Px for what scrolls in itself. From the screen and not from the window: Forge sizes the window after its content, and a part sized after the
 * window would chase its own tail.
 */
export const scrollHeight = (): number => Math.max(480, window.screen.availHeight - 420);
