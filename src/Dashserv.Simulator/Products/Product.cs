using System.Buffers;
using System.Collections.ObjectModel;
using System.Text.Json;

namespace Dashserv.Simulator.Products;

/// <summary>Something an account runs and pays for.</summary>
internal abstract class Product(Simulation world, Account account, string orderedAs, Location location, Payment payment)
{
    private (int Revision, int Hours) _serializedAs = (-1, -1);
    private ReadOnlyMemory<byte> _serialized;
    private int _revision;

    protected Simulation World => world;

    public string Uuid { get; } = world.NewId();

    public Account Account => account;

    /// <summary>The name of the form it was ordered with.</summary>
    public string OrderedAs => orderedAs;

    public Location Location { get; set => Set(ref field, value); } = location;

    public Payment Payment => payment;

    /// <summary>The module of the API that it belongs to: <c>vserver</c>, <c>dedicated-server</c>, …</summary>
    public abstract string Module { get; }

    /// <summary>Its name in <c>payment.product</c>.</summary>
    public virtual string PaymentProduct => orderedAs;

    public required string Name { get; set => Set(ref field, value); }

    public string Status { get; set => Set(ref field, value); } = "";

    /// <summary>When it was delivered.</summary>
    public DateTimeOffset Ready { get; private set => Set(ref field, value); }

    public bool Listed { get; set; }

    public bool Deleted { get; set; }

    /// <summary>A status in this module's spelling: vservers shout.</summary>
    public virtual string Word(string status) => status;

    /// <summary>It is installed and starts.</summary>
    public virtual void Deliver(DateTimeOffset now)
    {
        Ready = now;
        Status = Word("okay");
    }

    public abstract JsonObject ToJson(DateTimeOffset now);

    public abstract JsonObject StatusJson(DateTimeOffset now);

    /// <summary>The passwords that work, as far as the API has told them, by account.</summary>
    public virtual IReadOnlyDictionary<string, string> Passwords => ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The power state's word; null where there is none.</summary>
    public virtual string? PowerWord => null;

    /// <summary>What the lists and GET answer, kept until something about it changes.</summary>
    public ReadOnlyMemory<byte> Serialized(DateTimeOffset now)
    {
        var current = (_revision, payment.Hours(now));
        if (_serializedAs != current)
        {
            var buffer = new ArrayBufferWriter<byte>(4096);
            using (var json = new Utf8JsonWriter(buffer))
            {
                ToJson(now).WriteTo(json);
            }

            (_serialized, _serializedAs) = (buffer.WrittenMemory, current);
        }

        return _serialized;
    }

    public void Reprice(decimal price)
    {
        payment.Price = price;
        _revision++;
    }

    protected void Set<T>(ref T field, T value)
    {
        field = value;
        _revision++;
    }

    protected JsonObject PaymentJson(DateTimeOffset now) => payment.ToJson(PaymentProduct, Uuid, now);
}
