import type { Page } from './browsers/index.js';

/** The four forms, by the beginning of their titles. */
export const onboardSteps = ['Connect your system', 'Choose a data source', 'Details', 'Permissions'];

const hasTitle = (title: string): boolean => document.title.startsWith(title);

/** Goes through the onboard page as a person does, by clicks and keys. */
export async function goThroughByHand(tab: Page): Promise<void> {
  const arrive = (step: number) => tab.waitFor(hasTitle, { parameters: [onboardSteps[step] ?? ''] });
  await arrive(0);
  await tab.click('form button');
  await arrive(1);
  await tab.click('input[name="provider_id"]');
  await tab.click('form button');
  await arrive(2);
  await tab.fill('[name="district_name"]', 'Maple Valley');
  await tab.fill('[name="base_url"]', 'https://sis.example');
  await tab.fill('[name="client_id"]', '1');
  await tab.fill('[name="client_secret"]', 'secret');
  await tab.click('form button');
  await arrive(3);
  await tab.click('form button');
}

/** The same in a hurry: each form is filled in and sent by a script. */
export async function goThrough(
  tab: Pick<Page, 'waitFor'>,
  steps: readonly string[] = onboardSteps,
): Promise<void> {
  for (const step of steps) await tab.waitFor(submitStep, { parameters: [step, onboardSteps] });
}

/** Runs in the onboard page; `steps` are all of its titles. */
export function submitStep(title: string, steps: readonly string[]): boolean {
  const asked = steps.indexOf(title);
  const present = steps.findIndex((step) => document.title.startsWith(step));
  // An earlier call's answer was lost on the way to a later step, or to the end, which is none of them.
  if (present > asked || (present < 0 && asked > 0 && document.title !== '')) return true;
  const form = document.querySelector('form');
  // A page that is still coming may lack fields, and a form without them is not sent.
  if (!form || present !== asked || document.readyState !== 'complete') return false;
  for (const field of form.querySelectorAll<HTMLInputElement>('input:required')) {
    if (field.type === 'radio') field.checked = true;
    else field.value = field.type === 'url' ? 'https://sis.example' : 'Maple Valley';
  }
  // Later, so that the answer gets out before the page goes.
  setTimeout(() => {
    form.requestSubmit();
  });
  return true;
}
