// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Callers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers of receipts: one after the other on each round, handed out once, to a phone many at a time. Runs inside the
 * caller's transaction.
 */
public final class Blocks {
  /** The last number that is handed out on a round. */
  public static final int LAST = 9_999;
  /** The last number for money that waits and has none that can be. */
  static final int LAST_OF_ALL = 19_999;
  private static final String SELECT = """
      select b.id, b.round_id, b.first_number, b.last_number, n.person_id, b.account_id, b.taken_at, b.revoked_at,
        b.returned_at
      from rounds.block b left join roll.api_person_now n on n.local_id = b.local_id and n.id = b.taken_by
      where b.local_id = ?""";
  private final JdbcClient jdbc;
  private final Scope scope;

  Blocks(JdbcClient jdbc, Scope scope) {
    this.jdbc = jdbc;
    this.scope = scope;
  }

  /**
   * Hands numbers out to a phone that takes an open round along: one for each person, and some more.
   *
   * @param list the list's identifier
   * @return empty where the round is not open any more, or has no numbers left
   */
  public Optional<Block> handOut(UUID round, UUID list, int people) {
    boolean open = jdbc.sql("select state = 'open' from rounds.round where local_id = ? and id = ? for update")
        .params(Scope.local(), round)
        .query(Boolean.class)
        .optional()
        .orElse(false);
    int many = people + Block.SPARE;
    Optional<Integer> first = open ? numbers(round, many) : Optional.empty();
    first.ifPresent(number -> jdbc.sql("""
        insert into rounds.block (local_id, id, round_id, first_number, last_number, taken_by, account_id, taken_at,
          changed_by, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Scope.local(), list, round, number, number + many - 1, Scope.me(), Callers.actor().account(),
            scope.now(), Scope.me(), scope.now())
        .update());
    return first.flatMap(_ -> find(list));
  }

  /** The first of so many numbers that nobody else gets; empty where a round has not so many left. */
  Optional<Integer> numbers(UUID round, int many) {
    return numbers(round, many, LAST);
  }

  /** A number for money that was taken, and has none that can be; also beyond those that are handed out. */
  Optional<Integer> numberForWhatWaits(UUID round) {
    return numbers(round, 1, LAST_OF_ALL);
  }

  /** How many numbers can still be handed out on a round. */
  public int left(UUID round) {
    return Math.max(0, LAST - handedOut(round));
  }

  /** Whether so many people can be taken along on a phone. */
  public boolean enough(UUID round, int people) {
    return left(round) >= people + Block.SPARE;
  }

  private Optional<Integer> numbers(UUID round, int many, int last) {
    return jdbc.sql("""
        update rounds.round set next_number = next_number + ? where local_id = ? and id = ? and next_number + ? <= ?
        returning next_number""")
        .params(many, Scope.local(), round, many, last + 1)
        .query(Integer.class)
        .optional()
        .map(next -> next - many);
  }

  /** How far the numbers of a round go that were handed out or used. */
  public int handedOut(UUID round) {
    return jdbc.sql("select next_number - 1 from rounds.round where local_id = ? and id = ?")
        .params(Scope.local(), round)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Those of a round, in the order of their numbers. */
  public List<Block> of(UUID round) {
    return jdbc.sql(SELECT + " and b.round_id = ? order by b.first_number")
        .params(Scope.local(), round)
        .query(Blocks::read)
        .list();
  }

  /** One of them. */
  public Optional<Block> find(UUID list) {
    return jdbc.sql(SELECT + " and b.id = ?").params(Scope.local(), list).query(Blocks::read).optional();
  }

  /** The block of the caller's own phones that a number is of. */
  Optional<Block> own(UUID round, int number) {
    return of(round).stream()
        .filter(block -> block.account().equals(Callers.actor().account()) && block.has(number))
        .findFirst();
  }

  /** The caller's phone says that nothing is left on it; false if it carries none of this round. */
  public boolean returned(UUID round, UUID list) {
    return jdbc.sql("""
        update rounds.block set returned_at = coalesce(returned_at, ?), version = version + 1, changed_by = ?,
          changed_at = ? where local_id = ? and round_id = ? and id = ? and account_id = ?""")
        .params(scope.now(), Scope.me(), scope.now(), Scope.local(), round, list, Callers.actor().account())
        .update() == 1;
  }

  /** A phone was told to let go: what it hands over waits for an officer. */
  public void revoked(UUID round, UUID list) {
    jdbc.sql("""
        update rounds.block set revoked_at = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and round_id = ? and id = ?""")
        .params(scope.now(), Scope.me(), scope.now(), Scope.local(), round, list)
        .update();
  }

  private static Block read(ResultSet rs, int row) throws SQLException {
    return new Block(rs.getObject("id", UUID.class), rs.getObject("round_id", UUID.class), rs.getInt("first_number"),
        rs.getInt("last_number"), Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        rs.getObject("account_id", UUID.class), rs.getTimestamp("taken_at").toInstant(),
        rs.getTimestamp("revoked_at") != null, rs.getTimestamp("returned_at") != null);
  }
}
