import { z } from 'zod';
import type { Body, Resource } from '#test/infra/read-terraform.ts';

const basicRoles = ['roles/owner', 'roles/editor', 'roles/viewer'];
const everybody = /allUsers|allAuthenticatedUsers|projectReaders|projectWriters/u;
const accessBlocks = z.array(z.record(z.string(), z.unknown())).catch([]);

/** Rights that a resource gives and none of ours may: a sentence each. */
export function findRightsFaults({ kind, name, body }: Resource): readonly string[] {
  const role = String(body['role']);
  const owners = accessBlocks.parse(body['access']).filter(isOwner);
  return [
    kind.endsWith('_key') && 'makes a key',
    /_iam_(?:binding|policy)$/u.test(kind) && 'takes the role from others who have it',
    basicRoles.includes(role) && 'gives a basic role',
    kind === 'google_project_iam_member' &&
      role !== 'roles/bigquery.jobUser' &&
      'gives a role on the whole project',
    everybody.test(JSON.stringify(body)) && 'lets everybody in',
    owners.some((own) => own['group_by_email'] !== '${var.administrators}') &&
      'has an owner besides the administrators',
  ].flatMap((fault) => (fault === false ? [] : [`${kind}.${name} ${fault}`]));
}

const isOwner = ({ role }: Body) => role === 'OWNER';
