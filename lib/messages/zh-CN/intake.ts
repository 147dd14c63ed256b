/**
 * What residents read. They are asked in public language and on a small screen: short sentences, no office terms, and
 * never a word that makes support look expected. Only plain ICU arguments ({n}) are used, so that the intake can fill
 * them in without a formatting library.
 */
export const intake = {
  page: {
    otherLanguage: 'English',
    site: '公众意见调查',
    errorTitle: '需要更正：{title}',
  },
  about: {
    heading: '填写前请了解',
    assessor: '谁在调查',
    matter: '调查事项',
    group: '请谁填写',
    purpose: '用来做什么',
    purposeText: '用于这一事项的社会稳定风险评估：在决定之前，了解群众是否受益、担心什么、有什么要求。',
    kept: '保存什么',
    keptText: '您的答案、上面写明的群体和作答日期（只到日，不记时刻）。',
    notKept: '不保存什么',
    notKeptText:
      '不问姓名、电话、住址和证件号码，不记录设备信息，不使用Cookie。网络地址只在内存中短时用于防止恶意刷票，不写入数据库和日志。',
    seen: '谁能看到',
    seenText:
      '调查结束前，评估单位只能看到收到多少份答卷。结束后，选择题只作汇总统计，文字意见由评估人员阅读。',
    voluntary: '必须参加吗？',
    voluntaryText: '不是。参加与否、怎样回答都由您自愿决定，不需要说明理由。',
    opposition: '可以反对吗？',
    oppositionText: '可以。反对和不满意与支持和满意同样重要，都会如实计入结果。',
    law: '法律怎么规定',
    lawText:
      '《中华人民共和国个人信息保护法》规定，匿名化处理后的信息不属于个人信息。本调查不收集能够认出您的信息，答卷按匿名方式处理。',
    time: '需要多久',
    timeText: '共{n}题，大约{minutes}分钟。',
    someRequired: '标有“必答”的题目需要作答，其余题目可以跳过。',
    noneRequired: '每一题都可以跳过。',
    questions: '问题',
    battery: '第{from}至{to}题：每题请选一项。',
  },
  question: {
    number: '第{n}题',
    total: '（共{total}题）',
    required: '必答',
    skip: '跳过',
    multiple: '可以选多项。',
    text: '最多{max}字。请不要写姓名、电话、证件号码等能认出您或他人的内容。',
    error: '需要更正：',
  },
  submit: {
    final: '提交后不能修改或撤回：答卷不记名，我们无法知道哪一份是您的。',
    button: '提交答卷',
  },
  faults: {
    heading: '答卷还没有提交',
    kept: '您填写的内容都还在本页上。更正以下各处后，请再次提交。',
    'answer-required': '这一题必答，请作答。',
    'answer-unknown-option': '收到的选项不在这一题中，请重新选择。',
    'answer-wrong-type': '这一题只能有一个答案，请重新选择。',
    'answer-too-long': '最多{max}字，现在有{length}字，请删减{over}字。',
    'empty-response': '您还没有回答任何一题。',
    'unknown-question': '收到了这份问卷中没有的内容，整份答卷没有保存。请核对本页后再次提交。',
    'bad-key': '收到的表单不完整，整份答卷没有保存。请核对本页后再次提交。',
    'not-recorded': '系统暂时无法保存，您的答卷没有记录。请过一会儿再按“提交答卷”，不会重复计数。',
  },
  done: {
    title: '答卷已收到',
    thanks: '谢谢您的意见。您的答卷已经保存，将如实计入调查结果。',
    again: '这份答卷此前已经收到，这次没有重复计数，以第一次提交的内容为准。',
    receipt: '您的回执号',
    useHeading: '回执号有什么用',
    use: '它说明这一份答卷已经收到并保存。同一份答卷再次提交，会得到同样的回执号，不会重复计数。系统不保存回执号，遗失后无法补发。',
    limitHeading: '回执号不能用来做什么',
    limit: '凭回执号不能在任何页面上看到您的答案。回执号由您自己保管，不需要交给任何人，也可以不保留。',
    print: '可以打印本页、截屏，或者把回执号抄下来。',
    leave: '现在可以关闭本页。如果用的是别人的或公用的手机、电脑，请关闭这个窗口。',
  },
  notice: {
    home: {
      title: '公众意见调查',
      text: '重大决策、重要政策、重点项目和重大活动在决定之前，要听取相关群众的意见。这里是居民填写意见调查的地方，不需要注册，也不记名。',
      next: '请用您收到的链接，或者扫描通知上的二维码打开问卷。没有链接的，请向所在的村（社区）或评估单位索取。',
    },
    'not-found': {
      title: '没有找到这个页面',
      text: '链接可能没有复制完整，或者问卷还没有发布。',
      next: '请核对链接（区分大小写），或者重新扫描二维码。仍然打不开的，请向发给您链接的单位询问。',
    },
    'receipt-expired': {
      title: '回执页面已经失效',
      text: '这个回执页面只能在提交后的一段时间内显示。已经保存的答卷不受影响。',
      next: '系统不保存回执号，无法再次显示。',
    },
    closed: {
      title: '这次调查已经结束',
      text: '这份问卷不再接收答卷。已经收到的答卷都会计入结果。',
      next: '如果还有意见，请向评估单位反映。',
    },
    'method-not-allowed': {
      title: '不能这样打开这个页面',
      text: '浏览器发来的请求方式不适用于这个页面，没有保存任何内容。',
      next: '请用您收到的链接重新打开问卷。',
    },
    'too-large': {
      title: '内容太多，没有保存',
      text: '这次提交的内容超过了可以接收的长度，整份答卷没有保存。',
      next: '请用浏览器的“返回”回到问卷，缩短文字意见后再次提交。',
    },
    'unsupported-media': {
      title: '无法识别提交的内容',
      text: '提交的内容不是由问卷页面发出的，没有保存。',
      next: '请用您收到的链接重新打开问卷。',
    },
    'too-many': {
      title: '提交过于频繁，没有保存',
      text: '同一网络在短时间内提交了很多答卷，您的答卷这次没有保存。',
      next: '请在{minutes}分钟后刷新本页；浏览器询问是否重新提交时，请选“是”，不必重新填写，也不会重复计数。',
    },
    'not-recorded': {
      title: '答卷没有保存',
      text: '系统暂时无法使用，您的答卷没有记录。',
      next: '请过一会儿刷新本页；浏览器询问是否重新提交时，请选“是”，不必重新填写，也不会重复计数。',
    },
    unavailable: {
      title: '暂时无法打开',
      text: '系统暂时无法使用。',
      next: '请过几分钟再试。',
    },
    'bad-request': {
      title: '无法识别这个请求',
      text: '浏览器发来的内容不完整，没有保存任何内容。',
      next: '请用您收到的链接重新打开问卷。',
    },
  },
}
