// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import jakarta.servlet.http.HttpServletResponse;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.LanguageSwitch;
import org.groundwork.platform.web.Languages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch. The choice is a cookie of the browser, nothing about the person. */
@Controller
class LanguageController {
  private final Languages languages;

  LanguageController(Languages languages) { this.languages = languages; }

  @PostMapping("/language")
  @OpenRoute(why = "everybody reads in their own language")
  Answer choose(@RequestParam String language, @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    languages.known(language).ifPresent(known -> LanguageSwitch.keep(known, response));
    return Answer.goTo(back.matches("/[A-Za-z0-9/_\\-]{0,300}") && !back.startsWith("//") ? back : "/");
  }
}
