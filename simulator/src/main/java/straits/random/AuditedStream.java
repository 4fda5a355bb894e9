package straits.random;

/** A stream that tells of its draws. */
final class AuditedStream implements Stream {

    private final Stream stream;
    private final String name;
    private final DrawAudit audit;
    private long ordinal;

    AuditedStream(Stream stream, String name, DrawAudit audit) {
        this.stream = stream;
        this.name = name;
        this.audit = audit;
    }

    @Override
    public double next() {
        double value = stream.next();
        audit.drawn(name, ordinal++, value);
        return value;
    }
}
