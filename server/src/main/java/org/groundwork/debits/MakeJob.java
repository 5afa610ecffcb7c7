// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.tenancy.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down what a collection asks of whom, some people in a step; then tells each of them, once; then it is made. Ends at once where the
 * collection was called off meanwhile.
 */
final class MakeJob implements JobKind<MakeJob.OfCollection> {
  /** Which collection. */
  record OfCollection(UUID collection) {}

  private static final UUID FIRST = new UUID(0, 0);
  private static final String TELL = "tell:";
  private static final String MADE = "made";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Parts parts;
  private final Ids ids;
  private final Clock clock;
  private final int atOnce;

  /** What it works with. */
  record Parts(Candidates candidates, DebitItems items, Creditors creditors, DebitPost post, Audit audit) {}

  /** @param atOnce how many people a step looks at */
  MakeJob(JdbcClient jdbc, Transactions transactions, Parts parts, Ids ids, Clock clock, int atOnce) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.parts = parts;
    this.ids = ids;
    this.clock = clock;
    this.atOnce = atOnce;
  }

  @Override
  public String name() { return "debits-make"; }

  @Override
  public Class<OfCollection> parameters() { return OfCollection.class; }

  @Override
  public Power seenBy() { return Power.SEE_MONEY; }

  @Override
  public String back(OfCollection of) { return "dues/debits/collections/" + of.collection(); }

  @Override
  public void run(JobContext context, OfCollection of) {
    LocalDate due = transactions.read(() -> jdbc
        .sql("select due_on from debits.collection where local_id = ? and id = ?")
        .params(Scope.local(), of.collection())
        .query(LocalDate.class)
        .single());
    String at = context.checkpoint().orElse(FIRST.toString());
    while (!at.startsWith(TELL) && !at.equals(MADE)) {
      UUID after = UUID.fromString(at);
      at = context.step(() -> under(of) ? add(context, of, due, after) : MADE);
    }
    while (at.startsWith(TELL)) {
      UUID after = UUID.fromString(at.substring(TELL.length()));
      at = context.step(() -> under(of) ? tell(context, of, after) : MADE);
    }
  }

  /** Whether it is not called off; nobody does so before the step ends. */
  private boolean under(OfCollection of) {
    return jdbc.sql("select id from debits.collection where local_id = ? and id = ? and state = 'making' for share")
        .params(Scope.local(), of.collection())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  private String add(JobContext context, OfCollection of, LocalDate due, UUID after) {
    Candidates.Some some = parts.candidates().after(after, due, atOnce);
    int room = Candidates.MOST_ITEMS - items(of);
    List<Candidates.Asked> asked = some.asked().stream().limit(room).toList();
    asked.forEach(each -> parts.items().add(ids.next(), of.collection(), each));
    context.count("asked", asked.size());
    context.count("left", some.left().size());
    return some.last().filter(_ -> asked.size() < room).map(UUID::toString).orElse(TELL + FIRST);
  }

  private int items(OfCollection of) {
    return jdbc.sql("select count(*)::integer from debits.item where local_id = ? and collection_id = ?")
        .params(Scope.local(), of.collection())
        .query(Integer.class)
        .single();
  }

  /** Tells some; with the last of them the collection is made. */
  private String tell(JobContext context, OfCollection of, UUID after) {
    String creditor = parts.creditors().find().map(Creditor::identifier).orElse("");
    List<DebitItem> some = parts.items().untold(of.collection(), after, atOnce);
    for (DebitItem each : some) {
      boolean mailed = each.person().filter(person -> parts.post().ahead(person, each, creditor)).isPresent();
      parts.items().told(each.id(), mailed ? DebitItem.Told.MAIL : DebitItem.Told.LETTER);
      context.count(mailed ? "mailed" : "letters", 1);
    }
    if (some.size() == atOnce) {
      return TELL + some.getLast().id();
    }
    made(of);
    return MADE;
  }

  private void made(OfCollection of) {
    var count = Optional.ofNullable(parts.items().count(of.collection()).get(DebitItem.State.MADE))
        .orElse(new DebitItems.Count(0, 0));
    jdbc.sql("""
        update debits.collection set state = ?, items = ?, sum = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'making'""")
        .params(count.items() == 0 ? "dropped" : "made", count.items(), count.sum(), Timestamp.from(clock.instant()),
            Scope.local(), of.collection())
        .update();
    parts.audit()
        .record("debit-collection-made", new SubjectRef("debit-collection", of.collection()),
            Integer.toString(count.items()));
  }
}
