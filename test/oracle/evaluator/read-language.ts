import { z } from 'zod';
import type { Service } from '#test/oracle/evaluator/connect.ts';

/** Every feature of the language, as BigQuery's users have it. */
export async function readLanguage(service: Service): Promise<Readonly<Record<string, unknown>>> {
  const all = await service.call('GetLanguageOptions', { maximumFeatures: true });
  return { ...z.looseObject({}).parse(all), productMode: 'PRODUCT_EXTERNAL' };
}
