/** English, as it is built in. Verbs stand in the forms in which they open a text. */
import type { WordList } from './word-list';

const words = (text: string): readonly string[] => text.split(/,\s*/);

const changeVerbs = words(
  'improve, improving, increase, increasing, grow, growing, raise, raising, boost, enhance, optimize, optimise, maximize, maximise, strengthen, accelerate, ' +
    'reduce, reducing, decrease, lower, cut, minimize, minimise, shorten, shrink, drive, lift, double, triple, halve, better',
);

export const wordsEn: WordList = {
  language: 'en',
  words: {
    taskVerbs: words(
      'launch, launching, ship, shipping, release, releasing, roll out, rolling out, deploy, deploying, implement, implementing, migrate, migrating, ' +
        'integrate, integrating, install, configure, refactor, rewrite, port, upgrade, update, updating, publish, publishing, write, writing, draft, document, ' +
        'documenting, hire, hiring, recruit, train, onboard, conduct, conducting, run, running, hold, host, attend, present, interview, ' +
        'research, investigate, explore, analyze, analyse, evaluate, assess, review, audit, test, prototype, complete, completing, finish, finishing, finalize, ' +
        'finalise, execute, perform, carry out, set up, setting up, kick off, start, begin, schedule, plan, prepare, compile, produce, add, fix, make calls, ' +
        'make more, hand over, buy, purchase, select, choose, sign up for, send, post, record, file, merge, introduce, put in place, announce, fill, make use of, ' +
        'automate, standardize, standardise, rebuild, redesign, measure, measuring, track, tracking, collect, gather, map, list, benchmark',
    ),
    makingVerbs: words(
      'organize, organise, build, building, create, creating, develop, developing, deliver, delivering, design, designing, define, defining, establish, establishing, provide, ' +
        'offer, enable, support, identify, standardise, form, lay, expand, scale',
    ),
    changeVerbs,
    aimVerbs: words(
      'be, become, becoming, make, earn, win, attract, retain, keep, get, bring, take, turn, help, let, give, allow, empower, equip, unlock, ensure, make sure, ' +
        'maintain, sustain, remain, stay, preserve, protect, defend, secure, solve, resolve, remove, eliminate, end, stop, prevent, avoid, free, simplify, speed up, ' +
        'delight, inspire, engage, excite, convince, lead, own, dominate, gain, regain, restore, recover, rescue, reach, achieve, attain, hit, exceed, surpass, ' +
        'master, prove, show, demonstrate, validate, learn, understand, discover, find, foster, promote, nurture, encourage, unite, align, connect, transform, ' +
        'change, shift, move, reinvent, redefine, rethink, set, live, embrace, put, position, surface, communicate, know, trust, love, affect, land, close, acquire',
    ),
    stateWords: words(
      'is, are, was, were, be, becomes, become, has, have, can, will, feel, feels, know, knows, love, loves, trust, trusts, use, uses, reach, reaches, take, takes, ' +
        'fall, falls, drop, drops, rise, rises, grow, grows, stay, stays, remain, remains, exceed, exceeds, increase, increases, decrease, decreases, work, works, ' +
        'scale, scales, run, runs, get, gets, find, finds, see, sees, choose, chooses, recommend, recommends, return, returns, understand, understands, wait, waits, enjoy, enjoys, want, wants, need, needs, believe, believes, start, starts, buy, buys, pay, pays, come, comes, stop, stops, tell, tells, spend, spends, save, saves, help, helps, make, makes, rely, adopt, release, deliver, learn',
    ),
    openingWords: words(
      "we, we'll, we’ll, we've, we’ve, we have, we will, will, to, our team, please, successfully, fully, continue to, need to, should, must, dramatically, significantly, substantially, massively, radically, continuously, further",
    ),
    purposeWords: [
      ...words(
        'that, so, so that, such that, without, where, who, whose, which, because, in order to, to help, to let, to enable, to make, to give, to achieve, ' +
          'to become, to support, resulting in, leading to, drives, used by, adopted by',
      ),
      ...changeVerbs.map((verb) => `to ${verb}`),
    ],
    finishedWords: words(
      'shipped, launched, released, deployed, implemented, completed, finished, finalized, finalised, published, documented, rolled out, delivered, migrated, ' +
        'written, drafted, built, developed, designed, set up, in place, hired, onboarded, trained, rolled, updated, upgraded, deprecated, automated, installed, ' +
        'configured, refactored, merged, reviewed, presented, created, defined, tracked, collected, established, added, benchmarked, produced, executed, authored, ramped',
    ),
    workWords: words(
      'story, stories, story points, ticket, tickets, task, tasks, sprint, sprints, backlog, epic, epics, roadmap, project, projects, milestone, milestones, pull requests, commits, lines of code, ' +
        'meeting, meetings, workshop, workshops, call, calls, documents, docs, document, articles, article, blog posts, blog post, features, interviews, webinars, slides, ' +
        'guide, guides, tutorial, tutorials, case study, case studies, video, videos, newsletter, newsletters, presentation, presentations, playbook, playbooks, template, templates',
    ),
    measureWords: words(
      'rate, rates, ratio, score, scores, nps, csat, share, percentage, percent, average, median, mean, time, days, hours, minutes, seconds, latency, uptime, ' +
        'availability, downtime, revenue, arr, mrr, iarr, gmv, margin, profit, cost, costs, spend, budget, churn, retention, conversion, conversions, adoption, ' +
        'usage, engagement, traffic, visits, views, signups, sign ups, subscribers, downloads, installs, sessions, readers, followers, leads, mqls, sqls, pipeline, ' +
        'deals, logos, orders, sales, incidents, bugs, defects, errors, failures, crashes, outages, complaints, escalations, vulnerabilities, coverage, ' +
        'throughput, lead time, cycle time, velocity, frequency, satisfaction, loyalty, turnover, attrition, diversity, wau, mau, dau, per, times',
    ),
    figureWords: words(
      'rate, rates, ratio, score, time, times, coverage, frequency, count, share, volume, duration, latency, cost, costs, success, adoption, conversion, ' +
        'completion, throughput, cycle, quality, satisfaction, effort, accuracy, stability, availability, attendance, participation, adherence, results',
    ),
    peopleWords: words(
      'customer, customers, client, clients, user, users, buyer, buyers, shopper, shoppers, visitor, visitors, guest, guests, retailer, retailers, traveller, travellers, traveler, travelers, driver, drivers, parent, parents, nurse, nurses, doctor, doctors, nobody, no one,  reader, readers, member, members, subscriber, ' +
        'subscribers, people, person, everyone, everybody, team, teams, teammate, teammates, employee, employees, colleague, colleagues, developer, developers, devs, ' +
        'dev, engineer, engineers, designer, designers, manager, managers, admin, admins, owner, owners, leader, leaders, candidate, candidates, ' +
        'applicant, applicants, newcomer, new hires, business, businesses, company, companies, enterprise, enterprises, organization, organizations, ' +
        'organisation, organisations, partner, partners, supplier, suppliers, patient, patients, student, students, teacher, teachers, citizen, citizens, ' +
        'community, communities, market, industry, public, audience, audiences, world, anyone, peers, newcomers, ecosystem, maintainers, contributors',
    ),
    vagueWords: words(
      'better, nice, good, great, best, excellent, amazing, awesome, happy, world class, best in class, cutting edge, state of the art, next level, next generation, ' +
        'innovative, robust, seamless, seamlessly, holistic, synergy, synergies, leverage, optimal, efficient, efficiently, effective, effectively, appropriate, ' +
        'adequate, high quality, user friendly, easy, easily, quickly, etc, various, things, stuff, as possible, as needed, as necessary, where possible, ' +
        'if possible, if available, in general, and so on, somehow, maybe, try to, aim to, hopefully, work on, help with, be involved',
    ),
    looseAmounts: words(
      'more, less, fewer, many, much, some, several, most, few, a lot, lots, lot, numerous, enough, sufficient, significant, significantly, substantially, ' +
        'dramatically, massively, considerably, faster, slower, higher, lower, bigger, smaller, cheaper, greater, often, regular, regularly, frequent, frequently, soon, asap',
    ),
    wideWords: words(
      'product, products, service, services, process, processes, system, systems, quality, performance, communication, collaboration, experience, efficiency, ' +
        'productivity, website, app, application, platform, software, code, documentation, culture, business, company, team, work, things, everything, data, reporting',
    ),
    startWords: words(
      'from, currently, current, today, now, was, were, baseline, versus, vs, compared to, compared with, instead of, previously, last quarter, last year',
    ),
    numberWords: words(
      'zero, none, once, twice, half, double, triple, halve, two, three, four, five, six, seven, eight, nine, ten, dozen, hundred, thousand, million',
    ),
    wholeWords: words('all, every, each, no'),
    nameLeads: words(
      'tier, stage, phase, level, version, step, part, option, rfc, iso, soc, sev, priority, chapter, section, number, release, type, model, grade, wave, round, ' +
        'generation, series, horizon',
    ),
    dateLeads: words('by, until, before, in, of, for, during, since, through, end, mid, early, late, year, this, next'),
    dateWords: words(
      'january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, ' +
        'dec, christmas, eoq, eoy, eom',
    ),
    windowWords: words('within, in, every, after, each, last, past, first, next, per, for'),
    rateWords: words('per, a day, a week, a month, a quarter, daily, weekly, monthly, each day, each week, every day, every week'),
    joiningWords: words('and, as well as, plus'),
    unfinishedWords: words('tbd, tba, tbc, todo, xxx, xx, lorem ipsum, fill in, to be defined, to be decided, to be determined'),
    smallWords: words(
      'a, an, the, of, to, in, on, at, by, for, from, with, and, or, as, is, are, be, our, we, us, your, you, their, its, it, this, that, these, those, all, any, ' +
        'into, within, across, per, new',
    ),
  },
};
