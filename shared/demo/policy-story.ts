/** The sales policy of the year: drafted, decided by the meeting, issued by the general manager; the same in every branch's book (QPA-01). */
import { addDays, addMonths, daysBetween, firstDay, monthOf, type Day } from '#shared/core/calendar.ts';
import type { Policy } from '#shared/modules/policy/module.ts';
import { decidePolicy, draftPolicy, issueDraft, type PolicyInput } from '#shared/modules/policy/rules.ts';
import type { Parameters } from '#shared/policy/gate.ts';
import { headBranch } from './company.ts';
import { MINUTES, type Story } from './diary.ts';
import type { Random } from './random.ts';
import { chief, type World } from './world.ts';

/** After closing time, when nobody else writes. */
const EVENING = 19 * 60 + 40;
const POST = { branch: headBranch.code, letter: 'A' } as const;

const yearly: Parameters = {
  'commission.rate': 80,
  'commission.department_rate': 50,
  'overdue.interest_rate': 5,
  'discount.large_bp': 300,
};
const secondHalf: Parameters = { ...yearly, 'discount.large_bp': 500, 'credit.days_B': 45 };

const reminder = '合同签订后三日内付清首期款，提货前付至六成，余款按约定日期付清。';

/** @param first first day of the demonstration */
export async function* policyStory(world: World, chance: Random, first: Day, today: Day): Story {
  const { book } = world;
  const at = (day: Day): number => dayIndex(first, day) * MINUTES + EVENING;
  const write = <T>(work: () => Promise<T>): Promise<T> => book.asHeadBranch(POST, chance, work);
  const present = [
    chief(world, 'gm').name,
    chief(world, 'dgmSales').name,
    chief(world, 'dgmFinance').name,
    headBranch.people[0]?.name ?? '',
  ];

  async function* version(input: PolicyInput, drafted: Day, minutes: string, issues: boolean): Story {
    yield at(drafted);
    const { policy } = await write(() => book.must(chief(world, 'dgmSales'), draftPolicy(input)));
    yield at(addDays(drafted, 3));
    await write(() => book.must(chief(world, 'dgmSales'), decidePolicy(policy, { day: book.today, minutes, present, file: '' })));
    if (!issues) return;
    yield at(addDays(drafted, 4));
    await write(() => book.must(chief(world, 'gm'), issueDraft(policy)));
  }

  const discounts: Policy['discounts'] = [
    { class: 'key', group: 'any', share: 300 },
    { class: 'potential', group: 'general', share: 150 },
  ];
  const year = addDays(first, 5);
  yield* version(
    { validFrom: nextMonth(addDays(year, 5)), parameters: yearly, prices: [], discounts, reminder, note: '年度销售政策' },
    year,
    '全年目标与大客户让利分级；合同提成按回款计，逾期按日万分之五计息。',
    true,
  );
  const half = addDays(first, 190);
  yield* version(
    {
      validFrom: nextMonth(addDays(half, 5)),
      parameters: secondHalf,
      prices: [],
      discounts: [{ class: 'key', group: 'any', share: 400 }, ...discounts.slice(1)],
      reminder,
      note: '下半年调整：大客户让利 4%，B 级账期 45 天',
    },
    half,
    '原材料回落，大客户让利放宽到 4%；B 级客户账期由 60 天收紧到 45 天。',
    true,
  );
  // For the coming year; the general manager has not issued it yet.
  yield* version(
    {
      validFrom: `${Number(today.slice(0, 4)) + 1}-01-01`,
      parameters: { ...secondHalf, 'discount.large_bp': 400 },
      prices: dearer(world),
      discounts,
      reminder,
      note: '明年价格：铜材类上调 3%',
    },
    addDays(today, -8),
    '铜价上行，明年一月起铜材类上调 3%，大额折扣线收回到 4%。',
    false,
  );
}

/** The catalogue is the same everywhere, so the prices are too. */
function dearer(world: World): Policy['prices'] {
  return world.wares
    .filter(({ price }) => price > 2_000)
    .slice(0, 12)
    .map(({ id, name, price, floor }) => ({ product: id, name, price: Math.round(price * 0.103) * 10, floor }));
}

function nextMonth(day: Day): Day {
  return firstDay(addMonths(monthOf(day), 1));
}

function dayIndex(first: Day, day: Day): number {
  return daysBetween(first, day);
}
