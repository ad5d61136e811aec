// The way to every page of the test town, by name: each goes there in a language, as a person would.
export function places(town) {
  const base = town.base;
  const village = (language) => `${base}/${language}/o/village`;

  const plain = (path) => async (page, language) => page.goto(`${base}/${language}${path}`);
  const coded = (code) => async (page, language) => {
    await page.goto(`${village(language)}/matter`);
    await page.fill('#code', code);
    await Promise.all([page.waitForNavigation(), page.click('main button')]);
  };
  const pressed = (button) => async (page) => Promise.all([page.waitForNavigation(), page.click(button)]);
  const on = pressed('main button[value=on]');
  const question = (number) => async (page, language) => {
    await page.goto(`${village(language)}/raise/request/submit`);
    for (let at = 1; at < number; ++at) {
      const area = page.locator('textarea');
      if (await area.count()) await area.fill('Mend the culvert on the field road.\nA way round until then.');
      await on(page);
    }
  };
  const checked = async (page, language) => {
    await question(2)(page, language);
    for (let at = 0; at < 20 && !(await page.locator('main button[value=send]').count()); ++at) {
      const area = page.locator('textarea');
      if (await area.count()) await area.fill('Alatengqiqige: the culvert on the field road fell in.');
      await on(page);
    }
  };
  const photo = {name: '阿拉腾其其格-the-culvert-on-the-field-road.txt', mimeType: 'text/plain', buffer: Buffer.from('The culvert fell in.')};
  const song = {name: 'song.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from([0x49, 0x44, 0x33, 1])};
  const files = (...chosen) => async (page, language) => {
    await question(2)(page, language);
    while (!(await page.locator('input[type=file]').count())) {
      const area = page.locator('textarea');
      if (await area.count()) await area.fill('The culvert on the field road fell in.');
      await on(page);
    }
    if (!chosen.length) return;
    await page.setInputFiles('input[type=file]', chosen);
    await page.locator('main [data-do=drop]').first().waitFor();
  };
  const chosen = (code, act) => async (page, language) => {
    await coded(code)(page, language);
    await page.check(`#act-${act}`);
    await pressed('#say-it button')(page);
  };
  const household = (label, code) => async (page, language) => {
    await page.goto(`${village(language)}/household`);
    await page.fill('#label', label);
    await page.fill('#code', code);
    await pressed('main button')(page);
  };
  const asked_for_code = async (page, language) => {
    await page.context().clearCookies();
    await page.goto(`${village(language)}/desk`);
    await page.fill('#login', 'batu');
    await page.fill('#password', 'three willows by the ditch');
    await pressed('main button')(page);
  };
  const at_desk = (below, login = 'gaoyun') => async (page, language) => {
    if (login !== 'gaoyun') await page.context().clearCookies();
    await page.goto(`${village(language)}/desk`);
    if (await page.locator('#login').count()) {
      await page.fill('#login', login);
      await page.fill('#password', 'three willows by the ditch');
      await pressed('main button')(page);
    }
    await page.goto(`${village(language)}${below}`);
  };
  const in_the_field = (then) => async (page, language) => {
    await at_desk('/desk/field', 'saren')(page, language);
    await page.locator('#field').waitFor();
    if (then) await then(page);
    await page.context().clearCookies();
  };
  const writing = async (page) => {
    await page.click('a[href="#new=request/submit"]');
    await page.locator('#writing form').waitFor();
  };
  const receipt = (paper) => async (page, language) => {
    await coded(town.codes.late)(page, language);
    await pressed(`form[action$="/receipt/${paper}"] button`)(page);
  };
  const notice = async (page, language) => {
    await page.goto(`${village(language)}/notices`);
    await Promise.all([page.waitForNavigation(), page.click('main .hearth-list a')]);
  };
  return {
    offices: plain('/'),
    office: plain('/o/village'),
    top_office: plain('/o/county'),
    procedures: plain('/o/village/procedures'),
    procedure: plain('/o/village/procedures/request'),
    record: plain('/o/village/record'),
    board: plain('/o/village/notices'),
    notice,
    news: async (page, language) => {
      await coded(town.codes.answered)(page, language);
      await pressed('form[action$="/news"] button')(page);
    },
    news_feed: async (page, language) => {
      await coded(town.codes.answered)(page, language);
      await pressed('form[action$="/news"] button')(page);
      await pressed('form:has(input[value=begin_feed]) button')(page);
    },
    ask: plain('/o/village/matter'),
    ask_wrong: coded('0000-1111-2222-3333'),
    matter_received: coded(town.codes.received),
    matter_late: coded(town.codes.late),
    matter_answered: coded(town.codes.answered),
    matter_closed: coded(town.codes.closed),
    held: async (page, language) => {
      await coded(town.codes.answered)(page, language);
      await pressed('form[action$="/held"] button')(page);
    },
    receipt_slip: receipt('slip'),
    receipt_sheet: receipt('sheet'),
    ways_in: plain('/o/village/raise'),
    raise: question(1),
    raise_points: question(2),
    raise_nothing_said: async (page, language) => {
      await question(2)(page, language);
      await on(page);
    },
    raise_files: files(),
    raise_files_taken: files(photo, {...photo, name: 'well.txt'}),
    raise_files_refused: async (page, language) => {
      await files(photo, song)(page, language);
      await on(page);
    },
    raise_check: checked,
    raise_sent: async (page, language) => {
      await checked(page, language);
      await pressed('main button[value=send]')(page);
    },
    word: chosen(town.codes.answered, 'contest'),
    word_nothing_said: async (page, language) => {
      await chosen(town.codes.answered, 'contest')(page, language);
      await pressed('main button[value=send]')(page);
    },
    word_nothing_chosen: async (page, language) => {
      await coded(town.codes.answered)(page, language);
      await pressed('#say-it button')(page);
    },
    sign_in: async (page, language) => {
      await page.context().clearCookies();
      await page.goto(`${village(language)}/desk`);
    },
    sign_in_wrong: async (page, language) => {
      await page.context().clearCookies();
      await page.goto(`${village(language)}/desk`);
      await pressed('main button')(page);
    },
    sign_in_elsewhere_away: async (page, language) => {
      await page.context().clearCookies();
      await page.goto(`${village(language)}/desk`);
      await pressed('form[action$="/sign-in/openid"] button')(page);
    },
    sign_in_code: asked_for_code,
    sign_in_code_wrong: async (page, language) => {
      await asked_for_code(page, language);
      await page.fill('#code', '000000');
      await pressed('main button')(page);
      await page.context().clearCookies();
    },
    desk: at_desk('/desk'),
    desk_nothing_found: at_desk('/desk?q=nothing-of-the-kind'),
    desk_nothing_selected: async (page, language) => {
      await at_desk('/desk')(page, language);
      await pressed('button[name=do]')(page);
    },
    desk_together: async (page, language) => {
      await at_desk('/desk')(page, language);
      await page.locator('.hearth-tick').last().check();
      await pressed('button[name=do]')(page);
    },
    desk_matter: at_desk('/desk/matter/2'),
    desk_act: async (page, language) => {
      await at_desk('/desk/matter/4')(page, language);
      await page.check('#act-accept');
      await pressed('#do-it button')(page);
    },
    desk_act_papers: async (page, language) => {
      await at_desk('/desk/matter/14')(page, language);
      await page.check('#act-support');
      await pressed('#do-it button')(page);
      await page.setInputFiles('input[type=file]', [photo]);
      await page.locator('main [data-do=drop]').first().waitFor();
    },
    desk_guarded_post: async (page, language) => {
      await at_desk('/desk', 'nara')(page, language);
      await page.context().clearCookies();
    },
    desk_account: at_desk('/desk/account'),
    desk_changed: async (page, language) => {
      await at_desk('/desk', 'saren')(page, language);
      await page.context().clearCookies();
    },
    desk_account_changed: async (page, language) => {
      await at_desk('/desk/account', 'saren')(page, language);
      await page.context().clearCookies();
    },
    desk_act_begun: async (page, language) => {
      await at_desk('/desk/matter/4')(page, language);
      await page.check('#act-announce');
      await pressed('#do-it button')(page);
      await pressed('main button[value=begin]')(page);
    },
    desk_act_gap: async (page, language) => {
      await at_desk('/desk/matter/4')(page, language);
      await page.check('#act-announce');
      await pressed('#do-it button')(page);
      await pressed('main button[value=begin]')(page);
      await pressed('main button[value=send]')(page);
    },
    desk_conflict: async (page, language) => {
      await at_desk('/desk/matter/4')(page, language);
      await pressed('button[value=declare_conflict]')(page);
    },
    desk_conflict_no_ground: async (page, language) => {
      await at_desk('/desk/matter/4')(page, language);
      await pressed('button[value=declare_conflict]')(page);
      await pressed('main button[value=send]')(page);
    },
    desk_deputy: at_desk('/desk/deputy'),
    desk_deputy_wrong: async (page, language) => {
      await at_desk('/desk/deputy')(page, language);
      await pressed('#form button')(page);
    },
    desk_assist: async (page, language) => {
      await at_desk('/desk/assist', 'saren')(page, language);
      await page.context().clearCookies();
    },
    desk_field: in_the_field(),
    desk_field_writing: in_the_field(writing),
    desk_field_missing: in_the_field(async (page) => {
      await writing(page);
      await page.click('#writing form button[type=submit]');
      await page.locator('#writing .govuk-error-summary').waitFor();
    }),
    desk_password: at_desk('/desk/password'),
    health: async (page, language) => page.goto(`http://127.0.0.1:${town.operator_port}/${language}/health`),
    posts: async (page, language) => page.goto(`http://127.0.0.1:${town.operator_port}/${language}/posts`),
    rules: async (page, language) => page.goto(`http://127.0.0.1:${town.operator_port}/${language}/rules`),
    household: plain('/o/village/household'),
    household_wrong: async (page, language) => household(`9-${Date.now()}`, 'AAAA-AAAA-AAAA-AAAA')(page, language),
    household_standing: household('3-12', 'K7QM-3F9T-XW2D-8HVA'),
    not_there: plain('/o/village/nothing'),
  };
}
