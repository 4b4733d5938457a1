package org.slugline.site.desk;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Consumer;

/** Each page of the desk through its template. */
final class Print {
  private static final HtmlInterceptor NONE = new Silent();

  private Print() {}

  static String page(Views.SignIn page) {
    return printed(out -> JtesigninGenerated.render(out, NONE, page));
  }

  static String page(Views.Home page) {
    return printed(out -> JtehomeGenerated.render(out, NONE, page));
  }

  static String page(Views.Articles page) {
    return printed(out -> JtearticlesGenerated.render(out, NONE, page));
  }

  static String page(Views.Edit page) {
    return printed(out -> JteeditGenerated.render(out, NONE, page));
  }

  static String page(Views.Preview page) {
    return printed(out -> JtepreviewGenerated.render(out, NONE, page));
  }

  static String page(Views.Withdraw page) {
    return printed(out -> JtewithdrawGenerated.render(out, NONE, page));
  }

  static String page(Views.Versions page) {
    return printed(out -> JteversionlistGenerated.render(out, NONE, page));
  }

  static String page(Views.Library page) {
    return printed(out -> JtelibraryGenerated.render(out, NONE, page));
  }

  static String page(Views.Outlets page) {
    return printed(out -> JteoutletlistGenerated.render(out, NONE, page));
  }

  static String page(Views.AddOutlet page) {
    return printed(out -> JteaddoutletGenerated.render(out, NONE, page));
  }

  static String page(Views.OneOutlet page) {
    return printed(out -> JteoneoutletGenerated.render(out, NONE, page));
  }

  static String page(Views.RemoveOutlet page) {
    return printed(out -> JteremoveoutletGenerated.render(out, NONE, page));
  }

  static String page(Views.Tokens page) {
    return printed(out -> JtetokensGenerated.render(out, NONE, page));
  }

  static String page(Views.Audit page) {
    return printed(out -> JteauditGenerated.render(out, NONE, page));
  }

  static String page(Views.Plain page) {
    return printed(out -> JteplainGenerated.render(out, NONE, page));
  }

  private static String printed(Consumer<OwaspHtmlTemplateOutput> template) {
    var out = new StringOutput(16_384);
    template.accept(new OwaspHtmlTemplateOutput(out));
    return out.toString();
  }

  private static final class Silent implements HtmlInterceptor {
    @Override
    public void onHtmlTagOpened(
        String name, Map<String, Object> attributes, TemplateOutput output) {}

    @Override
    public void onHtmlTagClosed(String name, TemplateOutput output) {}
  }
}
