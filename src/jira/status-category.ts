/** Jira's status categories in our words. */
import type { StatusCategory } from '../domain/model';

const categories: Readonly<Record<string, StatusCategory>> = { new: 'todo', indeterminate: 'in-progress', done: 'done' };

/** By Jira's key; one that is none of the three (`undefined`) is to do. */
export const statusCategoryOf = (key: string): StatusCategory => categories[key] ?? 'todo';
