/** People of the branch: founding, posts, PINs, leaving. */
import { ok, refuse, type Result } from '#shared/core/result.ts';
import { act, commitNew, editRecord, untyped, type Moment } from '#shared/documents/act.ts';
import type { Decide, Reader } from '#shared/documents/reader.ts';
import type { AnyRecord, DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { location, type Location } from '../location/module.ts';
import { checkParameters } from '../policy/check-parameters.ts';
import { policy, policyAtOnce } from '../policy/module.ts';
import { staff, type Staff } from './module.ts';

export interface FoundingInput {
  manager: Pick<Staff, 'name' | 'code' | 'phone' | 'pinHash'>;
  locations: readonly Location[];
  parameters: Parameters;
}

/**
 * The branch's first moment: its first manager (who is the author of all of it), its places, version 1 of the policy, in one write.
 * People and policy of the head office may be here already; they are its own.
 * The moment's actor is not looked at: there is nobody yet. Refuses with AlreadyFounded, NameMissing, CodeMissing, LocationMissing, UnknownParameter, ParameterNotAllowed.
 */
export function foundBranch(input: FoundingInput): Decide<{ manager: string; locations: string[] }> {
  return async (read, outside) => {
    const here = (await read.all({ kind: staff.kind })).rows.filter(({ branch }) => branch === outside.branch);
    if (here.length > 0) return refuse('AlreadyFounded');
    if (input.manager.name.trim() === '') return refuse('NameMissing');
    if (input.manager.code.trim() === '') return refuse('CodeMissing');
    if (input.locations.length === 0) return refuse('LocationMissing');
    const checked = checkParameters(input.parameters);
    if (!checked.ok) return checked;
    const id = outside.newId();
    const moment: Moment = { ...outside, actor: { id, name: input.manager.name, roles: ['manager'] } };
    const manager = commitNew(staff, { ...input.manager, roles: ['manager'] }, moment, { id });
    if (!manager.ok) return manager;
    const places: AnyRecord[] = [];
    for (const body of input.locations) {
      const place = commitNew(location, body, moment);
      if (!place.ok) return place;
      places.push(untyped(place.value));
    }
    // The head office's policy holds here too, once it has one.
    const hasPolicy = (await read.all({ kind: policy.kind }, 1)).rows.length > 0;
    const first = hasPolicy ? null : commitNew(policy, policyAtOnce(1, { ...input.parameters }, ''), moment);
    if (first && !first.ok) return first;
    return ok({
      records: [untyped(manager.value), ...places, ...(first ? [untyped(first.value)] : [])],
      answer: { manager: id, locations: places.map((place) => place.id) },
    });
  };
}

/** Refuses with NameMissing, CodeMissing, RolesMissing, CodeTaken. */
export function addStaff(body: Staff): Decide<{ staff: string }> {
  return async (read, moment) => {
    const wrong = await wrongStaff(read, '', body);
    if (!wrong.ok) return wrong;
    const made = commitNew(staff, body, moment);
    return made.ok ? ok({ records: [untyped(made.value)], answer: { staff: made.value.id } }) : made;
  };
}

/** Name, code, phone. Refuses with NotFound and as `addStaff`. */
export function editStaff(id: string, change: Pick<Staff, 'name' | 'code' | 'phone'>): Decide {
  return async (read, moment) => {
    const person = await readAs(read, staff, id);
    if (!person) return refuse('NotFound', { id });
    const body = { ...person.body, ...change };
    const wrong = await wrongStaff(read, id, body);
    if (!wrong.ok) return wrong;
    const edited = editRecord(staff, person, body, moment);
    return edited.ok ? ok({ records: [untyped(edited.value)], answer: null }) : edited;
  };
}

/** Refuses with NotFound, RolesMissing, LastManager. */
export function changeRoles(id: string, roles: Staff['roles']): Decide {
  return async (read, moment) => {
    const person = await readAs(read, staff, id);
    if (!person) return refuse('NotFound', { id });
    if (roles.length === 0) return refuse('RolesMissing');
    if (!roles.includes('manager') && (await isLastManager(read, person))) return refuse('LastManager', { name: person.body.name });
    const edited = editRecord(staff, person, { ...person.body, roles: [...new Set(roles)] }, moment);
    return edited.ok ? ok({ records: [untyped(edited.value)], answer: null }) : edited;
  };
}

/** The manager sets anybody's PIN, everybody the own one. `pinHash` comes from the host. Refuses with NotFound, PostMayNot. */
export function setPin(id: string, pinHash: string): Decide {
  return async (read, moment) => {
    const person = await readAs(read, staff, id);
    if (!person) return refuse('NotFound', { id });
    // Changing the own PIN is no right of a post, so the check of posts is passed with the manager's; the event keeps the real author.
    const allowed: Moment = id === moment.actor.id ? { ...moment, actor: { ...moment.actor, roles: ['manager'] } } : moment;
    const edited = editRecord(staff, person, { ...person.body, pinHash }, allowed);
    return edited.ok ? ok({ records: [untyped(edited.value)], answer: null }) : edited;
  };
}

/** Leaves the branch; what the person made stays. Refuses with NotFound, LastManager, MoneyStillHeld. */
export function leaveStaff(id: string): Decide {
  return async (read, moment) => {
    const person = await readAs(read, staff, id);
    if (!person) return refuse('NotFound', { id });
    if (await isLastManager(read, person)) return refuse('LastManager', { name: person.body.name });
    const held = [...(await read.balances(`held/${id}/`)).values()].reduce((sum, amount) => sum + amount, 0);
    if (held !== 0) return refuse('MoneyStillHeld', { held });
    const left = act(staff, person, 'left', {}, moment);
    return left.ok ? ok({ records: [untyped(left.value)], answer: null }) : left;
  };
}

export function returnStaff(id: string): Decide {
  return async (read, moment) => {
    const person = await readAs(read, staff, id);
    if (!person) return refuse('NotFound', { id });
    const back = act(staff, person, 'returned', {}, moment);
    return back.ok ? ok({ records: [untyped(back.value)], answer: null }) : back;
  };
}

async function wrongStaff(read: Reader, id: string, body: Staff): Promise<Result<null>> {
  if (body.name.trim() === '') return refuse('NameMissing');
  if (body.code.trim() === '') return refuse('CodeMissing');
  if (body.roles.length === 0) return refuse('RolesMissing');
  const { rows } = await read.all({ kind: staff.kind });
  const same = rows.map((row) => staff.read(row)).find((row) => row.id !== id && row.body.code === body.code.trim());
  return same ? refuse('CodeTaken', { code: body.code, name: same.body.name }) : ok(null);
}

async function isLastManager(read: Reader, person: DocumentRecord<Staff>): Promise<boolean> {
  if (person.status !== 'active' || !person.body.roles.includes('manager')) return false;
  const { rows } = await read.all({ kind: staff.kind, status: 'active' });
  return !rows.some((row) => row.id !== person.id && staff.read(row).body.roles.includes('manager'));
}
