package org.slugline.site;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Consumer;

/** How a compiled template is run: escaped by context, into a string, nothing put between. */
public final class Template {
  /** Every compiled template wants an interceptor; this one does nothing. */
  public static final HtmlInterceptor NONE = new Silent();

  private Template() {}

  public static String printed(Consumer<OwaspHtmlTemplateOutput> template) {
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
