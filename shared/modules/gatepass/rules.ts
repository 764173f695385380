/** 出门证 and the gate register (DSP-03, G-31). */
import { ok, refuse } from '#shared/core/result.ts';
import { act, commitNew, untyped } from '#shared/documents/act.ts';
import type { Decide } from '#shared/documents/reader.ts';
import { readAs, takeStep } from '#shared/documents/step.ts';
import { dispatch } from '../dispatch/module.ts';
import { readDispatch } from '../dispatch/rules.ts';
import { gatepass, type Gatepass } from './module.ts';

/** A pass for goods that are out of the store; one at a time. Refuses with NotFound, NotOutYet, NotForTheGate, VehicleMissing, PassExists. */
export function issueGatepass(
  id: string,
  input: Pick<Gatepass, 'vehicle' | 'driver' | 'packages' | 'goods'>,
): Decide<{ gatepass: string }> {
  return async (read, moment) => {
    const note = await readDispatch(read, id);
    if (!note) return refuse('NotFound', { id });
    if (note.body.type !== 'delivery') return refuse('NotForTheGate', { no: note.no });
    if (note.status !== 'out') return refuse('NotOutYet', { no: note.no, status: note.status });
    if (input.vehicle.trim() === '') return refuse('VehicleMissing');
    const before = (await read.all({ kind: gatepass.kind, source: id })).rows.find((row) => row.status === 'issued');
    if (before) return refuse('PassExists', { no: before.no });
    const body = { ...input, vehicle: input.vehicle.trim(), dispatch: id, dispatchNo: note.no, consignee: note.body.consignee };
    const made = commitNew(gatepass, body, moment, { party: note.party, source: id });
    return made.ok ? ok({ records: [untyped(made.value)], answer: { gatepass: made.value.id } }) : made;
  };
}

/** The guard registers the pass and lets the goods through, in one write (G-31). Refuses with NotFound, VehicleDiffers. */
export function passGate(id: string, seen: { time: string; vehicle: string }): Decide {
  return async (read, moment) => {
    const pass = await readAs(read, gatepass, id);
    const note = pass && (await readDispatch(read, pass.body.dispatch));
    if (!pass || !note) return refuse('NotFound', { id });
    if (plate(seen.vehicle) !== plate(pass.body.vehicle))
      return refuse('VehicleDiffers', { expected: pass.body.vehicle, seen: seen.vehicle });
    const registered = act(gatepass, pass, 'registered', { ...seen, day: moment.today }, moment);
    if (!registered.ok) return registered;
    const passed = act(dispatch, note, 'passed', { gatepass: id, ...seen, day: moment.today }, moment, {
      'G-31': { gatePass: registered.value.status === 'registered' },
    });
    return passed.ok ? ok({ records: [untyped(registered.value), untyped(passed.value)], answer: null }) : passed;
  };
}

/** The load does not match: nothing leaves, the warehouse writes a new pass. */
export function stopGatepass(id: string, reason: string): Decide {
  return async (read, moment) => {
    if (reason.trim() === '') return refuse('ReasonMissing');
    return takeStep(gatepass, id, 'stopped', { data: { reason: reason.trim() } })(read, moment);
  };
}

/** The vehicle is back, or the register's line is done with. */
export function closeGatepass(id: string): Decide {
  return takeStep(gatepass, id, 'closed');
}

function plate(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s·.-]/g, '');
}
