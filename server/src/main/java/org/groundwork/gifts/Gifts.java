// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.gifts;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.groundwork.ledger.Books;
import org.groundwork.ledger.CashPlaces;
import org.groundwork.ledger.Entered;
import org.groundwork.ledger.FundKind;
import org.groundwork.ledger.Ledger;
import org.groundwork.ledger.Line;
import org.groundwork.ledger.NewEntry;
import org.groundwork.ledger.Source;
import org.groundwork.ledger.UsedFor;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.web.Languages;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What comes in beside dues. What may come from the other side, or is more than one member may give, lies in the general fund
 * as held and is nobody's to spend until it is taken or returned. Runs inside the caller's transaction.
 */
public final class Gifts {
  /** So many officers say the same of what is held. */
  public static final int OFFICERS = 2;
  /** What stands in the books under the mark of the member who gave it. */
  private static final Set<UsedFor> MARKED = Set.of(UsedFor.MEMBERS_GIFTS, UsedFor.GIFTS_IN_KIND, UsedFor.HELD);
  private static final String SELECT = """
      select g.id, g.class, n.person_id, g.giver, g.origin, g.on_date, g.amount, g.account_id, g.fund_id, g.state, g.held_for,
      g.because, g.note, g.entry_id, g.receipt, coalesce(w.person_id, g.recorded_by) as recorded_by
      from gifts.gift g left join roll.api_person_now n on n.local_id = g.local_id and n.id = g.person_id
      left join roll.api_person_now w on w.local_id = g.local_id and w.id = g.recorded_by
      where g.local_id = ?""";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Audit audit;
  private final Parts parts;
  private final HeldTaking taking;
  private final GiftReceipts receipts;

  Gifts(JdbcClient jdbc, Ids ids, Clock clock, Audit audit, Parts parts) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.parts = parts;
    this.taking = new HeldTaking(jdbc, ids, clock, audit, parts);
    this.receipts = new GiftReceipts(jdbc);
  }

  /** What gifts are made of. */
  record Parts(Seals seals, Marks marks, Caps caps, OtherSide other, Books books, Ledger ledger, CashPlaces cash,
      Words words) {
    /** A line of what a gift is entered as, or of what is held of it, under the mark of the member who gave it, if one did. */
    Line line(UsedFor use, UUID fund, long amount, Optional<UUID> mark) {
      return new Line(books.account(use).id(), fund, amount,
          mark.filter(_ -> MARKED.contains(use)));
    }
  }

  /** What entries say, in the local's language and without a name. */
  record Words(Languages languages, Locals locals) {
    String say(String key) { return languages.text(locals.profile().language(), key); }
  }

  /**
   * Takes what is given, or holds it, or refuses what is too much. What may come from the other side, or is to be looked at,
   * is held whole: the cap is asked when officers take it.
   */
  public Given give(NewGift gift) {
    Optional<Matched> other = parts.other().of(gift);
    boolean kind = gift.of() == GiftClass.GIFTS_IN_KIND;
    if (kind && other.isPresent()) {
      return new Given.KindOfOtherSide(other.get().like());
    }
    if (other.isPresent() || (gift.ask() && !kind)) {
      return enter(gift, gift.amount(), other.isPresent() ? Gift.HeldFor.OTHER_SIDE : Gift.HeldFor.ASKED,
          other.map(Matched::written).orElse(""));
    }
    Optional<Caps.Room> room = gift.person().flatMap(person -> parts.caps().room(person, gift.on()));
    if (room.isEmpty() || room.get().amount() >= gift.amount()) {
      return enter(gift, gift.amount(), null, "");
    }
    return gift.holdRest() && !kind
        ? part(gift, room.get().amount())
        : new Given.OverCap(room.get().amount(), room.get().months());
  }

  /** Takes what there is room for and holds the rest, with one entry for the whole. */
  private Given part(NewGift gift, long taken) {
    UUID held = ids.next();
    var lines = new ArrayList<Line>();
    if (taken > 0) {
      lines.addAll(taken(gift, taken));
    }
    lines.addAll(held(gift, gift.amount() - taken));
    Entered entered = enter(gift, held, lines);
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      return refused(entered);
    }
    if (taken > 0) {
      insert(ids.next(), gift, taken, new Row(Gift.State.TAKEN, Optional.empty(), "", entry));
    }
    insert(held, gift, gift.amount() - taken, new Row(Gift.State.TO_RETURN, Optional.of(Gift.HeldFor.CAP), "", entry));
    return new Given.PartHeld(held, taken);
  }

  private Given enter(NewGift gift, long amount, Gift.@org.jspecify.annotations.Nullable HeldFor held, String because) {
    UUID id = ids.next();
    Entered entered = enter(gift, id, held == null ? taken(gift, amount) : held(gift, amount));
    if (!(entered instanceof Entered.Yes(UUID entry))) {
      return refused(entered);
    }
    insert(id, gift, amount, new Row(held == null ? Gift.State.TAKEN : Gift.State.HELD, Optional.ofNullable(held),
        because, entry));
    return held == null ? new Given.Taken(id) : new Given.Held(id);
  }

  private static Given refused(Entered entered) {
    return entered instanceof Entered.Already ? new Given.Already() : new Given.NotEntered(entered);
  }

  private Entered enter(NewGift gift, UUID id, List<Line> lines) {
    return parts.ledger()
        .enter(new NewEntry(gift.on(), parts.words().say("gifts.entry." + gift.of().key()),
            Optional.of(gift.source().orElse(new Source("gift", id))), lines));
  }

  private List<Line> taken(NewGift gift, long amount) {
    return List.of(new Line(gift.account(), gift.fund(), amount),
        parts.line(gift.of().account(), gift.fund(), -amount, mark(gift)));
  }

  private List<Line> held(NewGift gift, long amount) {
    UUID general = general();
    return List.of(new Line(gift.account(), general, amount),
        parts.line(UsedFor.HELD, general, -amount, mark(gift)));
  }

  private Optional<UUID> mark(NewGift gift) { return gift.person().map(parts.marks()::of); }

  /** @param held why it is held, if it is */
  private record Row(Gift.State state, Optional<Gift.HeldFor> held, String because, UUID entry) {}

  private void insert(UUID id, NewGift gift, long amount, Row row) {
    Seals seals = parts.seals();
    jdbc.sql("""
        insert into gifts.gift (local_id, id, class, person_id, giver, giver_index, origin, on_date, amount, account_id,
          fund_id, state, held_for, because, note, entry_id, receipt, mark, recorded_by, changed_by, changed_at)
        values (:local, :id, :class, :person::uuid, :giver::bytea, :index::bytea, :origin::bytea, :on, :amount, :account,
          :fund, :state, :held::text, :because::bytea, :note::bytea, :entry, :receipt, :mark::uuid, :by::uuid, :by::uuid,
          :now)""")
        .param("local", Scope.local())
        .param("id", id)
        .param("class", gift.of().key())
        .param("person", gift.person().orElse(null))
        .param("giver", seals.sealIfAny("giver", id, gift.giver().strip()))
        .param("index", seals.giver((gift.person().isPresent() ? gift.payer() : gift.giver()).strip()))
        .param("origin", seals.sealIfAny("origin", id, gift.origin().strip()))
        .param("on", Date.valueOf(gift.on()))
        .param("amount", amount)
        .param("account", gift.account())
        .param("fund", gift.fund())
        .param("state", row.state().key())
        .param("held", row.held().map(Gift.HeldFor::key).orElse(null))
        .param("because", seals.sealIfAny("because", id, row.because()))
        .param("note", seals.sealIfAny("note", id, gift.note().strip()))
        .param("entry", row.entry())
        .param("receipt", receipts.next(gift.on()))
        .param("mark", mark(gift).orElse(null))
        .param("by", Scope.author())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    audit.record(row.state() == Gift.State.TAKEN ? "gift-taken" : "gift-held", new SubjectRef("gift", id),
        gift.of().key());
  }

  /** What became of what an officer said. */
  public sealed interface Said {
    /** It is noted; so many officers have said the same now. */
    record Noted(int officers) implements Said {}

    /** Enough have said the same: it is taken, or goes back. */
    record Decided(Gift.State state) implements Said {}

    /** It was decided before. */
    record Over() implements Said {}

    /** They gave it, or wrote it down: two others decide. */
    record NotTheirs() implements Said {}

    /** The books do not take it now. */
    record NotEntered(Entered why) implements Said {}
  }

  /** An officer says whether something that is held is taken or goes back; what they said before is replaced. */
  public Said say(UUID gift, UUID officer, boolean take, LocalDate today) {
    Optional<Gift> held = hold(gift).filter(each -> each.state() == Gift.State.HELD);
    if (held.isEmpty()) {
      return new Said.Over();
    }
    if (held.get().concerns(officer)) {
      return new Said.NotTheirs();
    }
    jdbc.sql("""
        insert into gifts.verdict (local_id, gift_id, person_id, take, said_at, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?::uuid, ?) on conflict (local_id, gift_id, person_id) do update
          set take = excluded.take, said_at = excluded.said_at, version = gifts.verdict.version + 1,
            changed_at = excluded.changed_at""")
        .params(Scope.local(), gift, officer, take, now())
        .param(Scope.author())
        .param(now())
        .update();
    int same = jdbc.sql("select count(*) from gifts.verdict where local_id = ? and gift_id = ? and take = ?")
        .params(Scope.local(), gift, take)
        .query(Integer.class)
        .single();
    if (same < OFFICERS) {
      return new Said.Noted(same);
    }
    return take ? taking.take(held.get(), today) : toReturn(gift);
  }

  private Said toReturn(UUID gift) {
    state(gift, Gift.State.TO_RETURN, Optional.empty());
    return new Said.Decided(Gift.State.TO_RETURN);
  }

  /** What became of giving something back. Nothing was written unless it says so. */
  public sealed interface Back {
    /** It went back. */
    record Done() implements Back {}

    /** It has not to go back, or did before. */
    record Over() implements Back {}

    /** It would be taken from the box, and by the books only so much is in it, in minor units. */
    record NotInTheBox(long has) implements Back {}

    /** The books do not take it now. */
    record NotEntered(Entered why) implements Back {}
  }

  /** Notes that something that had to go back did, out of an account. */
  public Back returned(UUID gift, UUID account, LocalDate on) {
    Optional<Gift> held = hold(gift).filter(each -> each.state() == Gift.State.TO_RETURN);
    if (held.isEmpty()) {
      return new Back.Over();
    }
    UUID general = general();
    var entry = new NewEntry(on, parts.words().say("gifts.entry.returned"),
        Optional.of(new Source("gift-settled", gift)),
        List.of(parts.line(UsedFor.HELD, general, held.get().amount(), parts.marks().ofGift(gift)),
            new Line(account, general, -held.get().amount())));
    Optional<CashPlaces.Missing> missing = parts.cash().missing(entry.lines());
    if (missing.isPresent()) {
      return new Back.NotInTheBox(missing.get().has());
    }
    Entered entered = parts.ledger().enter(entry);
    if (!(entered instanceof Entered.Yes(UUID made))) {
      return new Back.NotEntered(entered);
    }
    state(gift, Gift.State.RETURNED, Optional.of(made));
    return new Back.Done();
  }

  private void state(UUID gift, Gift.State state, Optional<UUID> entry) {
    jdbc.sql("""
        update gifts.gift set state = ?, settled_entry_id = coalesce(?::uuid, settled_entry_id), version = version + 1,
          changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ?""")
        .param(state.key())
        .param(entry.orElse(null))
        .param(Scope.author())
        .params(now(), Scope.local(), gift)
        .update();
    audit.record("gift-" + state.key(), new SubjectRef("gift", gift), "");
  }

  private Optional<Gift> hold(UUID gift) {
    jdbc.sql("select id from gifts.gift where local_id = ? and id = ? for update")
        .params(Scope.local(), gift)
        .query(rs -> {});
    return find(gift);
  }

  /** One of them. */
  public Optional<Gift> find(UUID gift) {
    return jdbc.sql(SELECT + " and g.id = ?").params(Scope.local(), gift).query(this::read).optional();
  }

  /** What is held or has to go back, the oldest first; at most a hundred. */
  public List<Gift> held() {
    return jdbc.sql(SELECT + " and g.state in ('held', 'to-return') order by g.id limit 100")
        .param(Scope.local())
        .query(this::read)
        .list();
  }

  /** How many are held on which an officer has said nothing and may: none they gave or wrote down. */
  int unsaid(UUID officer) {
    return jdbc.sql("""
        select count(*)::integer from gifts.gift g
        where g.local_id = :local and g.state = 'held'
          and not exists (select from gifts.verdict v
            where v.local_id = g.local_id and v.gift_id = g.id and v.person_id = :officer)
          and not exists (select from roll.api_person_now n
            where n.local_id = g.local_id and n.id in (g.person_id, g.recorded_by) and n.person_id = :officer)""")
        .param("local", Scope.local())
        .param("officer", officer)
        .query(Integer.class)
        .single();
  }

  /** How many have to go back. */
  int toReturn() {
    return jdbc.sql("select count(*)::integer from gifts.gift where local_id = ? and state = 'to-return'")
        .param(Scope.local())
        .query(Integer.class)
        .single();
  }

  /** What came in on some days, the latest first; at most {@code most}. */
  public List<Gift> between(LocalDate first, LocalDate last, int most) {
    return jdbc.sql(SELECT + " and g.on_date between ? and ? order by g.on_date desc, g.id desc limit ?")
        .params(Scope.local(), Date.valueOf(first), Date.valueOf(last), most)
        .query(this::read)
        .list();
  }

  /** What bodies outside gave on some days, the latest first; at most {@code most}. */
  public List<Gift> ofBodies(LocalDate first, LocalDate last, int most) {
    return jdbc.sql(SELECT + "\n" + """
        and g.on_date between ? and ? and g.state = 'taken' and g.class in ('other-unions', 'grants')
          and g.giver_index is not null order by g.on_date desc, g.id desc limit ?""")
        .params(Scope.local(), Date.valueOf(first), Date.valueOf(last), most)
        .query(this::read)
        .list();
  }

  /** What a member gave, the latest first; at most {@code most}. */
  public List<Gift> of(UUID person, int most) {
    return jdbc.sql(SELECT + "\n" + """
        and g.person_id in (select m.id from roll.api_person_now m where m.local_id = ? and m.person_id = ?)
        order by g.on_date desc, g.id desc limit ?""")
        .params(Scope.local(), Scope.local(), person, most)
        .query(this::read)
        .list();
  }

  /** What officers have said of something that is held: who, and whether to take it. */
  public List<Verdict> verdicts(UUID gift) {
    return jdbc.sql("select person_id, take from gifts.verdict where local_id = ? and gift_id = ? order by said_at")
        .params(Scope.local(), gift)
        .query((rs, i) -> new Verdict(rs.getObject(1, UUID.class), rs.getBoolean(2)))
        .list();
  }

  /** What an officer said. */
  public record Verdict(UUID officer, boolean take) {}

  private UUID general() {
    return parts.books()
        .funds()
        .stream()
        .filter(each -> each.kind() == FundKind.GENERAL)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Gift read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    Seals seals = parts.seals();
    return new Gift(id, GiftClass.known(rs.getString("class")).orElseThrow(),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)), seals.openIfAny("giver", id, rs.getBytes("giver")),
        seals.openIfAny("origin", id, rs.getBytes("origin")), rs.getDate("on_date").toLocalDate(), rs.getLong("amount"),
        rs.getObject("account_id", UUID.class), rs.getObject("fund_id", UUID.class),
        Gift.State.of(rs.getString("state")), Optional.ofNullable(rs.getString("held_for")).map(Gift.HeldFor::of),
        seals.openIfAny("because", id, rs.getBytes("because")), seals.openIfAny("note", id, rs.getBytes("note")),
        rs.getObject("entry_id", UUID.class), rs.getString("receipt"),
        Optional.ofNullable(rs.getObject("recorded_by", UUID.class)));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
