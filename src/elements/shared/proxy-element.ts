import { LitElement, type PropertyDeclarations } from 'lit';
import type { common } from '../../locales/en/common.js';
import { onLocale, registerLocale, textsFor } from '../../locales/registry.js';
import type { Texts } from '../../locales/texts.js';
import { languageOf } from './language.js';

export type CommonTexts = Texts<typeof common>;

/**
 * What every element has: the token proxy and how to speak to it, the language, and a line that tells what an action
 * has led to.
 */
export abstract class ProxyElement<Own extends CommonTexts> extends LitElement {
  /** Adds a language to every element of this script; see `locales/`. */
  static readonly registerLocale = registerLocale;

  static override readonly properties: PropertyDeclarations = {
    proxy: {},
    vendorName: { attribute: 'vendor-name' },
    lang: { reflect: true },
    csrfHeader: { attribute: 'csrf-header' },
    csrfToken: { attribute: 'csrf-token' },
    csrfMeta: { attribute: 'csrf-meta' },
    csrfCookie: { attribute: 'csrf-cookie' },
    headers: { attribute: false },
  };

  /** The URL of the host's token proxy. Required. */
  proxy = '';
  /** Who asks, in the texts. */
  vendorName = '';
  /** The header that carries the host's CSRF token. */
  csrfHeader = 'X-CSRF-Token';
  /** The token itself. */
  csrfToken?: string;
  /** The name of a `<meta>` that has the token. */
  csrfMeta?: string;
  /** The name of a cookie that has the token. */
  csrfCookie?: string;
  /** More headers for every request, such as a bearer token; a function, because they expire. */
  headers?: () => HeadersInit | Promise<HeadersInit>;

  /** @internal What an action has led to, for the eye and for the ear. */
  feedback = '';
  /** @internal */
  protected abstract readonly english: Own;
  #stopLocale: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopLocale = onLocale(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopLocale?.();
  }

  /** @internal */
  get language(): string {
    return languageOf(this);
  }

  /** @internal */
  get texts(): Own {
    return textsFor(this.language, this.english);
  }

  /** @internal The texts of a part that brings its own English. */
  textsOf<Part extends object>(english: Part): Part {
    return textsFor(this.language, english);
  }

  /** @internal An empty line first: what is said twice would be heard once. */
  protected async say(text: string): Promise<void> {
    this.feedback = '';
    this.requestUpdate();
    await this.updateComplete;
    this.feedback = text;
    this.requestUpdate();
  }

  /** @internal */
  protected async copyLink(link: string): Promise<void> {
    const { copied, notCopied } = this.texts;
    // No clipboard without a secure context, and none without permission.
    const write = async () => navigator.clipboard.writeText(link);
    await this.say(
      await write().then(
        () => copied,
        () => notCopied(link),
      ),
    );
  }
}
