// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.DomainName;
import org.groundwork.target.MailDomains;
import org.groundwork.target.Target;
import org.groundwork.target.TargetFields;
import org.groundwork.target.TargetKind;
import org.groundwork.target.WhoCanSayYes;
import org.jspecify.annotations.Nullable;

/**
 * A target, as typed.
 *
 * @param version the version of the record when the form was shown
 * @param once identifies the form of a new target, so that sending it twice names one
 * @param unknown {@code on} when the box "we do not know yet" is ticked
 * @param domains the firm's mail domains, one on each line
 * @param refuse {@code on} if the form to join shall refuse addresses under them
 */
public record TargetEditForm(@Nullable String version, @Nullable String once, @Nullable String kind,
    @Nullable String person, @Nullable String firm, @Nullable String unknown, @Nullable String network,
    @Nullable String domains, @Nullable String refuse) {
  private static final int LONGEST_DOMAINS = 4_000;

  static TargetEditForm of(Target target, List<MailDomains.MailDomain> domains) {
    return new TargetEditForm(Long.toString(target.version()), "", target.kind().key(), target.person().orElse(""),
        target.firm().orElse(""), target.person().isEmpty() ? "on" : "", target.network().orElse(""),
        String.join("\n", domains.stream().map(MailDomains.MailDomain::domain).toList()),
        domains.stream().anyMatch(MailDomains.MailDomain::refused) ? "on" : "");
  }

  /** The same answers over a newer version of the record; its network nobody types, and it may have been drawn anew. */
  TargetEditForm over(Target now) {
    return new TargetEditForm(Long.toString(now.version()), once, kind, person, firm, unknown, now.network().orElse(""),
        domains, refuse);
  }

  public boolean notKnown() { return "on".equals(unknown); }

  public boolean refuses() { return "on".equals(refuse); }

  long readVersion() { return Typed.version(version); }

  Optional<TargetFields> read(FormErrors errors) {
    var what = TargetKind.known(kind == null ? "" : kind);
    if (what.isEmpty()) {
      errors.refuse("kind", "target.kind.choose");
    }
    String named = errors.optional("person", person, 120);
    String behind = errors.optional("firm", firm, 160);
    String of = errors.optional("network", network, 230);
    var answer = WhoCanSayYes.read(named, behind, notKnown());
    if (answer instanceof WhoCanSayYes.Refused(String reason)) {
      errors.refuse("person", "target.refused." + reason);
    }
    var mail = readDomains(errors);
    if (errors.any() || what.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> who = answer instanceof WhoCanSayYes.Somebody(String name, var _)
        ? Optional.of(name)
        : Optional.empty();
    return Optional.of(new TargetFields(what.get(), who, Optional.of(behind).filter(text -> !text.isEmpty()),
        Optional.of(of).filter(text -> !text.isEmpty()), mail, refuses()));
  }

  private List<String> readDomains(FormErrors errors) {
    var read = new ArrayList<String>();
    for (String line : errors.optional("domains", domains, LONGEST_DOMAINS).split("[\\s,;]+", -1)) {
      var domain = DomainName.of(line);
      if (line.isEmpty()) {
        continue;
      }
      if (domain.isEmpty()) {
        errors.refuse("domains", "target.domains.none", Typed.shortened(line));
      } else if (DomainName.ofEverybody(domain.get())) {
        errors.refuse("domains", "target.domains.everybody", domain.get());
      } else if (!read.contains(domain.get())) {
        read.add(domain.get());
      }
    }
    if (read.size() > MailDomains.MOST) {
      errors.refuse("domains", "target.domains.many", MailDomains.MOST);
    }
    return read;
  }
}
