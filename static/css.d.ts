/** Vite turns imported styles into files; to TypeScript they are side effects. */
declare module '*.css';
