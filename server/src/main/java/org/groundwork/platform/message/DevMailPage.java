// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.util.List;
import org.groundwork.platform.web.View;

/** The mail of an installation without a mail server. */
public record DevMailPage(List<Mail> mails) implements View {

  /**
   * One mail.
   *
   * @param links addresses on this server that its text holds, to be followed by hand
   */
  public record Mail(String to, String subject, String body, List<String> links) {
    public Mail { links = List.copyOf(links); }
  }

  public DevMailPage { mails = List.copyOf(mails); }
}
