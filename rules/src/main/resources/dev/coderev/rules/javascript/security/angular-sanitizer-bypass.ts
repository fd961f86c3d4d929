import DOMPurify from "dompurify";

export class Note {
  constructor(private readonly sanitizer: any) {}

  show(text: string, url: string) {
    // ruleid: javascript.security.angular-sanitizer-bypass
    const a = this.sanitizer.bypassSecurityTrustHtml(text);
    // ruleid: javascript.security.angular-sanitizer-bypass
    const b = this.sanitizer.bypassSecurityTrustResourceUrl("https://" + url);
    // ok: javascript.security.angular-sanitizer-bypass
    const c = this.sanitizer.bypassSecurityTrustHtml("<b>fixed</b>");
    // ok: javascript.security.angular-sanitizer-bypass
    const d = this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(text));
    // ok: javascript.security.angular-sanitizer-bypass
    const e = this.sanitizer.sanitize(1, text);
    return [a, b, c, d, e];
  }
}
