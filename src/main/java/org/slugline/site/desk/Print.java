package org.slugline.site.desk;

import static org.slugline.site.Template.NONE;
import static org.slugline.site.Template.printed;

/** Each page of the desk through its template. */
final class Print {
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
}
