// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.groundwork.platform.jobs.Jobs;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ProductExtension.class)
class DisclosureTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({"0,50,NONE", "4,50,NONE", "5,50,FEW", "10,50,FEW", "11,50,TEN", "50,50,TEN", "51,51,FIFTY",
      "5,49,NONE", "1000,49,NONE", "1000000,1000000,FIFTY"})
  void showsABandOnlyFromFivePeopleInFiftyHomes(long persons, long size, Band band) {
    assertThat(Band.of(persons, size)).isEqualTo(band);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tellsAnAttackerNothingOfOnePersonWithinAWeek(long seed, Product product) {
    var random = new Random(seed);
    var sizes = networks(random);
    var with = new World(product, sizes);
    var without = new World(product, sizes);
    String target = with.cells().get(random.nextInt(sizes.size()));
    LocalDate monday = MONDAY;
    for (int week = 0; week < 6; week++, monday = monday.plusWeeks(1)) {
      live(random.nextLong(), List.of(with, without));
      with.count(monday);
      without.count(monday);
      assertThat(with.seen()).isEqualTo(without.seen());
      // the rest of the week: one person more in one world, ten false reports of the attacker, counts tried again
      with.confirm(target, -1);
      for (int report = 0; report < 10; report++) {
        with.report(target);
        with.count(monday);
        assertThat(with.seen()).as("week %d after report %d", week, report).isEqualTo(without.seen());
      }
      with.withdraw(target, -1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void isMovedByNoReportThatNobodyConfirmed(long seed, Product product) {
    var random = new Random(seed);
    var sizes = networks(random);
    var attacked = new World(product, sizes);
    var left = new World(product, sizes);
    LocalDate monday = MONDAY;
    for (int week = 0; week < 6; week++, monday = monday.plusWeeks(1)) {
      live(random.nextLong(), List.of(attacked, left));
      for (int report = 0; report < 10; report++) {
        attacked.report(attacked.cells().get(random.nextInt(sizes.size())));
      }
      attacked.count(monday);
      left.count(monday);
      assertThat(attacked.seen()).isEqualTo(left.seen());
    }
  }

  @Test
  void leavesNothingToSubtractFromANetwork(Product product) {
    // a network of 60 homes in six houses of ten, which a careless source lists beside it
    var sizes = new TreeMap<String, Long>(Map.of("network", 60L));
    for (int house = 0; house < 6; house++) {
      sizes.put("house-" + house, 10L);
    }
    var random = new Random(7);
    var world = new World(product, sizes);
    LocalDate monday = MONDAY;
    for (int week = 0; week < 8; week++, monday = monday.plusWeeks(1)) {
      for (int i = 0; i < 4; i++) {
        int person = random.nextInt(1000);
        world.confirm("house-" + random.nextInt(6), person);
        world.confirm("network", person);
      }
      world.count(monday);
      var seen = world.seen();
      for (int house = 0; house < 6; house++) {
        assertThat(seen.get("house-" + house)).isEqualTo(Band.NONE);
      }
    }
    assertThat(world.seen().get("network")).isEqualTo(Band.TEN);
  }

  @Test
  void answersTheSameForWhatIsSmallAndWhatIsNotThere(Product product) {
    var world = new World(product, Map.of("small", 500L, "unknown-to-it", 500L));
    world.confirm("small", 1);
    world.count(MONDAY);
    assertThat(world.seen()).containsEntry("small", Band.NONE).containsEntry("unknown-to-it", Band.NONE);
  }

  @Test
  void countsEveryLocalOnceAWeekAsAJob(Product product, FoundedLocal local) {
    TestSource.CELLS.put(local.id(), List.of(new DisclosedSource.Cell("network", 12, 400)));
    var start = new WeeklyStart(product.bean(Jobs.class), product.bean(WeeklyCount.class), product.bean(Locals.class),
        product.bean(Transactions.class), product.clock());
    start.run();
    await().atMost(Duration.ofSeconds(30)).until(() -> band(product, local) == Band.TEN);
    TestSource.CELLS.put(local.id(), List.of(new DisclosedSource.Cell("network", 80, 400)));
    start.run();
    var entry = new Locals.Entry(local.id(), local.handle());
    var week = new WeeklyCount.Week(LocalDate.ofInstant(product.clock().instant(), java.time.ZoneOffset.UTC)
        .with(java.time.DayOfWeek.MONDAY));
    var job = start.start(entry, week);
    await().atMost(Duration.ofSeconds(30))
        .until(() -> local.read(() -> product.bean(Jobs.class)
            .view(java.util.Optional.of(local.id()), job))
            .orElseThrow()
            .state() == org.groundwork.platform.jobs.JobState.DONE);
    assertThat(band(product, local)).isEqualTo(Band.TEN);
    start.start(entry, new WeeklyCount.Week(week.monday().plusWeeks(1)));
    await().atMost(Duration.ofSeconds(30)).until(() -> band(product, local) == Band.FIFTY);
  }

  @Test
  void keepsALocalsBandsToItself(Product product, FoundedLocal local, FoundedLocal other) {
    TestSource.CELLS.put(local.id(), List.of());
    local.write(() -> {
      product.bean(WeeklyCount.class)
          .write(new WeeklyCount.Week(MONDAY), TestSource.KIND, List.of(new DisclosedSource.Cell("network", 80, 400)));
      return true;
    });
    assertThat(band(product, local)).isEqualTo(Band.FIFTY);
    assertThat(band(product, other)).isEqualTo(Band.NONE);
  }

  private static Band band(Product product, FoundedLocal local) {
    return local.read(() -> product.bean(Disclosure.class).band(TestSource.KIND, "network"));
  }

  private static Map<String, Long> networks(Random random) {
    var sizes = new TreeMap<String, Long>();
    for (int n = 0; n < 8; n++) {
      sizes.put("network-" + n, 20L + random.nextInt(200));
    }
    return sizes;
  }

  /** What happens anyway, the same in every world: people come forward and withdraw, around the thresholds. */
  private static void live(long seed, List<World> worlds) {
    for (World world : worlds) {
      var random = new Random(seed);
      for (int i = 0; i < 40; i++) {
        String cell = world.cells().get(random.nextInt(world.cells().size()));
        int person = random.nextInt(60);
        if (random.nextInt(4) == 0) {
          world.withdraw(cell, person);
        } else {
          world.confirm(cell, person);
        }
      }
    }
  }
}
