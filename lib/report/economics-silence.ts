import type { AppraisalRefusal } from '../economics/appraisal.ts'

/** Why there is no appraisal. */
export function economicsSilence(reason: AppraisalRefusal): string {
  switch (reason) {
    case 'no-years':
      return '案卷未录入现金流量，本节无数据。'
  }
}
