/** The emergency plan of the worked example; written for it, like the rest of its illustrative half. */
import type { EmergencyPlan } from '../../follow-up/emergency-plan.ts'

export const EXAMPLE_PLAN: EmergencyPlan = {
  scenarios: [
    {
      ruleId: 'event-below',
      name: '集体上访',
      trigger: '五人以上因补偿或者安置到县级机关反映诉求',
      level: 'IV',
      unit: '示例县信访局',
      response: '一小时内由责任单位负责人接访，当场登记诉求，十五日内书面答复。',
    },
    {
      ruleId: null,
      name: '阻拦施工',
      trigger: '群众聚集阻拦施工，经劝导两小时内没有散去',
      level: 'III',
      unit: '乡镇人民政府',
      response: '立即停工，乡镇负责人到场听取意见，公安机关维护现场秩序，不采取强制措施。',
    },
  ],
  contacts: [
    { office: '示例县应急管理局', duty: '接报、调度和信息报送', phone: '12345' },
    { office: '示例县公安局', duty: '现场秩序', phone: '110' },
  ],
  drills: [],
}
