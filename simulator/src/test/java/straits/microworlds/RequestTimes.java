package straits.microworlds;

import java.util.ArrayList;
import java.util.List;
import straits.engine.LadderQueue;
import straits.market.tenant.Request;
import straits.simulation.Draw;
import straits.simulation.Observer;
import straits.simulation.Simulation;
import straits.units.SimTime;

/** Hours at which requests are served, in their order. */
final class RequestTimes implements Observer {

    private final List<Double> hours = new ArrayList<>();

    List<Double> of(Micro world) {
        hours.clear();
        new Simulation(world.load(), new Draw(Micro.SEED, 0), new LadderQueue()).run(this);
        return List.copyOf(hours);
    }

    @Override
    public void served(long nowMicros, Request request, int lease) {
        hours.add(SimTime.toHours(nowMicros));
    }
}
