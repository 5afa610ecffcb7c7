// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Leaving a public form in a hurry. Pages with something to forget beside what was typed have a way out of their own. */
@Controller
class AwayController {

  @PostMapping("/leave")
  @OpenRoute(why = "leaving is always allowed; it changes nothing")
  Answer leave() { return Answer.goTo("/away"); }

  @GetMapping("/away")
  @OpenRoute(why = "an empty page")
  Answer away() { return Answer.show(new AwayPage()); }
}
