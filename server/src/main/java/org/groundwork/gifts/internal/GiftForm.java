// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.gifts.GiftClass;
import org.groundwork.gifts.NewGift;
import org.groundwork.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** Something that was given, as typed. */
public record GiftForm(@Nullable String once, @Nullable String person, @Nullable String kind, @Nullable String giver,
    @Nullable String origin, @Nullable String amount, @Nullable String on, @Nullable String account,
    @Nullable String spares, @Nullable String fund, @Nullable String note, @Nullable String rest,
    @Nullable String ask) {

  static GiftForm blank(String once, Optional<UUID> person, GiftsDesk desk) {
    return new GiftForm(once, person.map(UUID::toString).orElse(""), person.isPresent() ? "members-gifts" : "", "", "",
        "",
        desk.today().toString(), first(desk.places().stream().map(each -> each.id())), "",
        first(desk.funds().stream().map(each -> each.id())), "", "", "");
  }

  private static String first(java.util.stream.Stream<UUID> ids) {
    return ids.findFirst().map(UUID::toString).orElse("");
  }

  Optional<NewGift> read(FormErrors errors, Optional<UUID> giving, GiftsDesk desk, HttpServletRequest request) {
    var of = giving.isPresent() && !"gifts-in-kind".equals(kind)
        ? Optional.of(GiftClass.MEMBERS_GIFTS)
        : GiftClass.known(kind == null ? "" : kind);
    if (of.isEmpty()) {
      errors.refuse("kind", "gifts.choose");
    } else if (giving.isEmpty() && of.get() == GiftClass.MEMBERS_GIFTS) {
      errors.refuse("kind", "gifts.member.first");
    }
    String from = giving.isPresent() ? "" : errors.optional("giver", giver, NewGift.LONGEST_NAME);
    if (giving.isEmpty() && from.isEmpty() && of.filter(GiftClass::named).isPresent()) {
      errors.refuse("giver", "gifts.giver.needed");
    }
    String behind = of.filter(each -> each == GiftClass.GRANTS).isPresent()
        ? errors.required("origin", origin, NewGift.LONGEST_NAME)
        : "";
    OptionalLong sum = desk.sum(errors, "amount", amount, request);
    var day = desk.day(errors, "on", on);
    boolean kindly = of.filter(each -> each == GiftClass.GIFTS_IN_KIND).isPresent();
    var where = kindly
        ? GiftsDesk.id(spares).filter(id -> desk.expenses().stream().anyMatch(each -> each.id().equals(id)))
        : GiftsDesk.id(account).filter(id -> desk.places().stream().anyMatch(each -> each.id().equals(id)));
    if (where.isEmpty()) {
      errors.refuse(kindly ? "spares" : "account", "gifts.choose");
    }
    var into = GiftsDesk.id(fund).filter(id -> desk.funds().stream().anyMatch(each -> each.id().equals(id)));
    if (into.isEmpty()) {
      errors.refuse("fund", "gifts.choose");
    }
    String said = errors.optional("note", note, NewGift.LONGEST_NOTE);
    return errors.any()
        ? Optional.empty()
        : Optional.of(new NewGift(of.orElseThrow(), giving, from, behind, day.orElseThrow(), sum.orElseThrow(),
            where.orElseThrow(), into.orElseThrow(), Optional.empty(), said, "on".equals(rest), "on".equals(ask)));
  }
}
