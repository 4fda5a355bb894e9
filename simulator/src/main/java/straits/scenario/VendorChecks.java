package straits.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vendors: one for each chip, and ranks only where they count. */
final class VendorChecks {

    private final Scenario scenario;
    private final List<Finding> findings;
    private final Map<String, String> vendorOf = new HashMap<>();

    VendorChecks(Scenario scenario, List<Finding> findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void run() {
        scenario.vendors().forEach((key, vendor) -> {
            String path = "vendors." + key;
            ranks(path, vendor);
            vendor.chips().keySet().forEach(chip -> oneVendor(path + ".chips." + chip, key, chip));
        });
    }

    private void ranks(String path, Vendor vendor) {
        boolean ranked = !vendor.ranks().isEmpty() || vendor.restOfWorldRank() != 0;
        if (ranked && vendor.allocation() != Vendor.Allocation.PRIORITY) {
            String at = vendor.ranks().isEmpty() ? path + ".rest_of_world_rank" : path + ".ranks";
            findings.add(Finding.fault(
                    at, "found ranks; they go with the allocation priority, not with pro_rata", path + ".allocation"));
        }
        Set<String> named = new HashSet<>();
        for (int i = 0; i < vendor.ranks().size(); i++) {
            String provider = vendor.ranks().get(i).provider();
            if (!named.add(provider)) {
                findings.add(Finding.fault(path + ".ranks[" + i + "]", "\"" + provider + "\" a second time"));
            }
        }
    }

    private void oneVendor(String at, String vendor, String chip) {
        String other = vendorOf.putIfAbsent(chip, vendor);
        if (other != null) {
            findings.add(Finding.fault(
                    at,
                    "found \"" + chip + "\", which vendor " + other + " makes; must have one vendor",
                    "vendors." + other + ".chips." + chip));
        }
    }
}
