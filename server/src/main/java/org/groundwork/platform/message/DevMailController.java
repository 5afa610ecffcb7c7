// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.web.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows what would have been sent, where that is safe; elsewhere there is no such page. */
@Controller
class DevMailController {
  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S*)");
  private final Optional<ReadableHere> mail;

  DevMailController(MessageConfiguration.Way way) { mail = way.readable(); }

  @GetMapping("/dev/mail")
  @OpenRoute(why = "exists only on a computer that answers itself alone, or in a demonstration of invented people")
  Answer mail() {
    var here = mail.orElseThrow(() -> new NotAllowed(NotAllowed.Reason.NOT_FOUND));
    return Answer.show(new DevMailPage(here.all().stream().map(kept -> shown(kept.letter())).toList()));
  }

  private static DevMailPage.Mail shown(Letter letter) {
    List<String> links = LINK.matcher(letter.body()).results().map((MatchResult found) -> found.group(1)).toList();
    return new DevMailPage.Mail(letter.address(), letter.subject(), letter.body(), links);
  }
}
