package straits.experiments.output;

import java.util.ArrayList;
import java.util.List;
import straits.market.lease.LeaseBook;
import straits.market.lease.Posting;
import straits.units.Money;

/**
 * What each lease was charged and owes, worked out beside the ledger: from prices, GPUs and times where it is charged by the hour, from
 * the postings where it has a contract.
 */
final class LeaseMoney {

    private final List<Account> accounts = new ArrayList<>();

    /** One lease while it runs. */
    private static final class Account {

        private final long[] postedMicroUsd = new long[Posting.values().length];
        private long firstHourEndMicros;
        private long closedMicros;
        private long chargedMicroUsd;
    }

    /** What is written of it. */
    record Figures(String firstHourEnded, double chargedUsd, List<Double> postedUsd) {

        double usd(Posting what) {
            return postedUsd.get(what.ordinal());
        }
    }

    void started(long nowMicros, LeaseBook book, int lease) {
        while (accounts.size() <= lease) {
            accounts.add(new Account());
        }
        Account account = new Account();
        account.firstHourEndMicros = book.hourEndMicros(lease);
        account.closedMicros = nowMicros;
        accounts.set(lease, account);
    }

    void posted(int lease, Posting what, long microUsd) {
        accounts.get(lease).postedMicroUsd[what.ordinal()] += microUsd;
    }

    /** Charges what was used at the price so far: the first hour, if it is not yet over, and all after it. */
    void close(long nowMicros, LeaseBook book, int lease) {
        Account account = accounts.get(lease);
        if (book.contract(lease) == null) {
            long hourly = book.hourChargeMicroUsd(lease);
            long first = Math.max(account.closedMicros, Math.min(nowMicros, account.firstHourEndMicros));
            account.chargedMicroUsd += Money.charge(hourly, first - account.closedMicros);
            account.chargedMicroUsd += Money.charge(hourly, nowMicros - first);
        } else {
            account.chargedMicroUsd = account.postedMicroUsd[Posting.USE.ordinal()];
        }
        account.closedMicros = nowMicros;
    }

    Figures figures(int lease, LogWords words) {
        Account account = accounts.get(lease);
        List<Double> posted = new ArrayList<>();
        for (long microUsd : account.postedMicroUsd) {
            posted.add(Money.toUsd(microUsd));
        }
        return new Figures(words.time(account.firstHourEndMicros), Money.toUsd(account.chargedMicroUsd), posted);
    }
}
