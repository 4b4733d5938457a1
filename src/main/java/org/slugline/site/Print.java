package org.slugline.site;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Consumer;

/** Each page record through its template. */
final class Print {
  private static final HtmlInterceptor NONE = new Silent();

  private Print() {}

  static String problem(Paper paper, Problem problem) {
    var title = paper.say("problem." + problem.trouble().slug() + ".title");
    var frame = Frame.of(paper, title, "/problems/" + problem.trouble().slug()).hidden();
    return printed(out -> JteproblemGenerated.render(out, NONE, frame, problem));
  }

  /** The page that an error's type points to. */
  static String explained(Paper paper, Trouble trouble) {
    var title = paper.say("problem." + trouble.slug() + ".title");
    var frame = Frame.of(paper, title, "/problems/" + trouble.slug());
    var problem = Problem.of(trouble, "");
    return printed(out -> JteproblemGenerated.render(out, NONE, frame, problem));
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
