/** Reading single values out of raw JSON, for every part of the import. Wrong types read as nothing; none of it throws. */
import type { RawObject } from './read-export';

export const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
export const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
export const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

export const idOf = (value: RawObject): string | null => (typeof value['id'] === 'number' ? String(value['id']) : text(value['id']));
export const nameOf = (value: RawObject): string => text(value['name']) ?? text(value['value']) ?? idOf(value) ?? '';
export const isNamed = (record: { readonly name: string }, name: string): boolean => record.name.toLowerCase() === name.toLowerCase();
export const projectKeyOf = (issueKey: string): string => issueKey.slice(0, issueKey.lastIndexOf('-'));
