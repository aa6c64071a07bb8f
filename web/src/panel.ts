import { coarseNote } from './account';
import { hideNote, noteHidden, type Address } from './address';
import { firstDay, isDay, lastDay, readDay, today } from './day';
import { h } from './dom';
import type { Writer } from './format';
import { calendarIcon } from './legend';
import type { LayerList } from './layerlist';
import type { Reach } from './session';
import { languageNames, type Language } from './text';

export interface PanelEvents {
  language: (language: Language) => void;
  date: (date: string) => void;
}

/**
 * What stands beside the map, below it on a phone: name, language, account, day,
 * numbers, layers, and what is in view.
 */
export class Panel {
  readonly element: HTMLElement;
  readonly numbers = h('div', { class: 'numbers-box', 'aria-live': 'polite' });
  readonly account: HTMLElement;
  readonly inView = h('ul', { class: 'items' });
  private readonly sample: HTMLElement;
  private readonly note = h('div');
  private noted: Reach = null;
  private readonly more: HTMLButtonElement;

  constructor(
    private readonly writer: Writer,
    address: Address,
    layers: LayerList,
    events: PanelEvents,
  ) {
    this.sample = h('p', { class: 'badge', hidden: true, title: writer.text('sampleHint') }, writer.text('sample'));
    this.more = h('button', { type: 'button', class: 'more', 'aria-controls': 'panel-body', onclick: () => this.expand(!this.expanded) });
    this.account = h('div', { class: 'account', role: 'group', 'aria-label': writer.text('account') });
    const section = (id: string, title: string, ...children: Node[]) =>
      h('section', { 'aria-labelledby': id }, h('h2', { id }, title), ...children);
    this.element = h(
      'aside',
      { class: 'panel', 'aria-label': writer.text('panelLabel') },
      h(
        'header',
        {},
        this.more,
        h('div', { class: 'brand' }, h('h1', {}, writer.text('title')), this.sample),
        this.languages(events.language),
        h('p', { class: 'subtitle' }, writer.text('subtitle')),
        this.account,
      ),
      h(
        'div',
        { class: 'body', id: 'panel-body', tabindex: -1 },
        this.note,
        this.day(address.date, events.date),
        section('numbers-title', writer.text('numbers'), this.numbers),
        section('layers-title', writer.text('layers'), layers.element),
        section('in-view-title', writer.text('inView'), h('p', { class: 'hint' }, writer.text('inViewHint')), this.inView),
      ),
    );
    this.expand(false);
  }

  get expanded(): boolean {
    return this.element.classList.contains('expanded');
  }

  /** Opens the sheet on a phone; beside the map it is always open. */
  expand(open: boolean): void {
    this.element.classList.toggle('expanded', open);
    this.more.setAttribute('aria-expanded', String(open));
    this.more.setAttribute('aria-label', this.writer.text(open ? 'closePanel' : 'openPanel'));
  }

  /** Says what the reader is not shown, unless they put that away. */
  showNote(reach: Reach): void {
    if (reach === this.noted) return;
    this.noted = reach;
    const away = () => {
      hideNote();
      this.note.replaceChildren();
      this.element.querySelector<HTMLElement>('#panel-body')!.focus();
    };
    this.note.replaceChildren(...((reach === 'some' || reach === 'public') && !noteHidden() ? [coarseNote(reach, this.writer, away)] : []));
  }

  showSample(sample: boolean): void {
    this.sample.hidden = !sample;
  }

  private languages(choose: (language: Language) => void): HTMLElement {
    const button = (language: Language, name: string, short: string) =>
      h(
        'button',
        { type: 'button', lang: language, 'aria-label': name, 'aria-pressed': String(this.writer.language === language), onclick: () => choose(language) },
        short,
      );
    return h(
      'div',
      { class: 'languages', role: 'group', 'aria-label': this.writer.text('language') },
      button('vi', languageNames.vi, 'VI'),
      button('en', languageNames.en, 'EN'),
    );
  }

  /**
   * The day, written as people here write it: a browser shows its own date field
   * in its own language, and 01/07 is not the 7th of January. Its calendar is
   * behind the button.
   */
  private day(date: string, choose: (date: string) => void): HTMLElement {
    const input = h('input', {
      type: 'text',
      id: 'as-of',
      inputmode: 'numeric',
      autocomplete: 'off',
      placeholder: this.writer.text('dayShape'),
      value: this.writer.date(date),
      oninput: () => input.setCustomValidity(''),
      onchange: () => {
        const day = readDay(input.value);
        input.setCustomValidity(day ? '' : this.writer.text('badDate'));
        if (input.reportValidity() && day) choose(day);
      },
    });
    const picker = h('input', {
      type: 'date',
      tabindex: -1,
      'aria-hidden': 'true',
      min: firstDay,
      max: lastDay,
      onchange: () => isDay(picker.value) && choose(picker.value),
    });
    picker.value = date;
    const calendar = h(
      'button',
      { type: 'button', class: 'calendar', 'aria-label': this.writer.text('calendar'), title: this.writer.text('calendar'), onclick: () => picker.showPicker() },
      calendarIcon(),
    );
    const button = h('button', { type: 'button', hidden: date === today(), onclick: () => choose(today()) }, this.writer.text('today'));
    return h('div', { class: 'day' }, h('label', { for: 'as-of' }, this.writer.text('asOf')), h('span', { class: 'date' }, input, picker, calendar), button);
  }
}
