namespace Dashserv.Simulator;

/// <summary>
/// The world behind the API, for those who may do what no client can: look at everything, change it behind the client's back, decide what becomes of
/// orders. One caller at a time; each finds everything done that was due.
/// </summary>
public sealed class SimulatedWorld
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private Simulation _world;

    internal SimulatedWorld(SimulatorOptions options, TimeProvider time)
    {
        _time = time;
        _world = new(options);
        _world.Settle(time.GetUtcNow());
    }

    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>Moves the clock; only a virtual one can be moved.</summary>
    public void Advance(TimeSpan by) => (_time as VirtualClock ?? throw new InvalidOperationException("The clock is real: it can't be moved.")).Advance(by);

    public WorldState State() => In(WorldState.Of);

    /// <summary>Vservers that were never ordered; answers their uuids.</summary>
    public IReadOnlyList<string> SeedVservers(VserverSeed seed) => In(seed.Plant);

    public IReadOnlyList<string> SeedVservers(int count) => SeedVservers(new VserverSeed { Count = count });

    /// <summary>Changes a product behind the client's back.</summary>
    public void Change(string product, ProductChange change) => In(w => change.Apply(w, Find(w, product)));

    /// <summary>Terminates a product behind the client's back.</summary>
    public void Delete(string product) => In(w => w.Terminate(Find(w, product)));

    /// <summary>Locks a vserver for a time; the reason is what its status shows.</summary>
    public void Lock(string vserver, string reason, TimeSpan time) => In(w => FindVserver(w, vserver).Lock(reason, w.Now + time));

    /// <summary>Makes a finished backup, which locks nothing and evicts nothing; answers its uuid.</summary>
    public string AddBackup(string vserver, string name) => In(w =>
    {
        var server = FindVserver(w, vserver);
        var backup = new Backup(w.NewId(), name, server.Image, w.Now, w.Now, w.Options.BackupFinishedStatus, server.Disk * 107_374_182L);
        server.Backups.Add(backup);
        return backup.Uuid;
    });

    public void RemoveBackup(string vserver, string backup) => In(w => FindVserver(w, vserver).Backups.Remove(FindBackup(w, vserver, backup)));

    public void ChangeBackup(string vserver, string backup, BackupChange change) => In(w => change.Apply(FindBackup(w, vserver, backup)));

    public void RemoveScheduledTask(string vserver, string task) => In(w => FindVserver(w, vserver).ScheduledTasks.Remove(FindTask(w, vserver, task)));

    public void ChangeScheduledTask(string vserver, string task, ScheduledTaskChange change) => In(w => change.Apply(FindTask(w, vserver, task)));

    /// <summary>How many of a dedicated server's model there are, and whether one may be ordered when there is none.</summary>
    public void SetStock(string model, int stock, bool? allowPreorder = null) =>
        In(w => w.SetStock(w.Models.Find(model) ?? throw new ArgumentException($"No model \"{model}\"."), stock, allowPreorder));

    /// <summary>Changes what a product costs to order, or whether it can be ordered at all.</summary>
    public void ChangeForm(string product, decimal? basePrice = null, bool? available = null) => In(w =>
    {
        var form = w.Forms.Find(product) ?? throw new ArgumentException($"No form \"{product}\".");
        w.Forms.Replace(form with { BasePrice = basePrice ?? form.BasePrice, Available = available ?? form.Available });
    });

    /// <summary>Lets a product's form call an option otherwise.</summary>
    public void RenameOption(string product, string option, string name) => In(w =>
    {
        var form = w.Forms.Find(product) ?? throw new ArgumentException($"No form \"{product}\".");
        if (form.Options.All(o => o.Name != option))
        {
            throw new ArgumentException($"No option \"{option}\".");
        }

        w.Forms.Replace(form with { Options = [.. form.Options.Select(o => o.Name == option ? o with { Name = name } : o)] });
    });

    /// <summary>Lets a product's form ask for more: for one of some choices, or, without any, for a text.</summary>
    public void AddOption(string product, string name, params IReadOnlyList<string> choices) => In(w =>
    {
        var form = w.Forms.Find(product) ?? throw new ArgumentException($"No form \"{product}\".");
        FormOption option = choices.Count > 0 ? new SelectOption(name, [.. choices.Select(c => new Choice(c))]) : new TextOption(name);
        w.Forms.Replace(form with { Options = [.. form.Options, option] });
    });

    /// <summary>Decides what becomes of orders to come.</summary>
    public void ScriptOrders(params IEnumerable<OrderScript> scripts) => In(w =>
    {
        foreach (var script in scripts)
        {
            w.Orders.Script(script);
        }
    });

    public void ClearOrderScripts() => In(w => w.Orders.ClearScripts());

    /// <summary>Ends an open order now: <c>okay</c> delivers its product, any other status is shown with the data, and delivers only if told to.</summary>
    public void EndOrder(string order, string status = "okay", string? statusData = null, bool leavesProduct = false) => In(w =>
    {
        var open = w.Orders.Find(order) is { IsOpen: true } found ? found : throw new ArgumentException($"No open order \"{order}\".");
        var deployment = new Deployment(w, open, new() { LeavesProduct = leavesProduct });
        if (status == "okay")
        {
            deployment.Fulfil();
        }
        else
        {
            deployment.End(status, statusData);
        }
    });

    /// <summary>Lets tasks to come end in failure.</summary>
    /// <exception cref="ArgumentException">Half of what has no half.</exception>
    public void FailTasks(params IEnumerable<TaskFault> faults) => In(w =>
    {
        foreach (var fault in faults)
        {
            w.TaskFaults.Add(fault);
        }
    });

    public void ClearTaskFaults() => In(w => w.TaskFaults.Clear());

    /// <summary>Lets the next installations of dedicated servers break off with this log, their disks empty.</summary>
    public void FailInstallations(string log, int times = 1) =>
        FailTasks(new TaskFault { Task = TaskKind.Installation, Effect = TaskEffect.Half, Log = log, Times = times });

    /// <summary>Changes settings for what happens from now on.</summary>
    public void Configure(SettingsChange change) => In(w => w.Options = change.Apply(w.Options));

    /// <summary>Forgets everything and begins again, with other options if given.</summary>
    public void Reset(SimulatorOptions? options = null)
    {
        lock (_gate)
        {
            _world = new(options ?? _world.Options);
            _world.Settle(Now);
        }
    }

    internal string? AccountName(string token)
    {
        lock (_gate)
        {
            return _world.Accounts.Find(token)?.Account;
        }
    }

    /// <summary>Answers an API call: who is it, may they, and then the route's own part.</summary>
    internal ApiAnswer Answer(ApiHandler handler, string bearer, HttpRequest request, IReadOnlyDictionary<string, string> fields)
    {
        try
        {
            return In(w =>
            {
                if (handler.Optional && !w.Options.OptionalEndpoints)
                {
                    return ApiAnswer.Failure(404, "Invalid API route");
                }

                if (w.Accounts.Find(bearer) is not { } token)
                {
                    return ApiAnswer.Failure(403, "Invalid or missing API authentication");
                }

                if (w.RateLimit.Exceeded(bearer, w.Options.RequestsPerSecond, w.Now))
                {
                    return ApiAnswer.Failure(503, "ratelimit_exceeded");
                }

                var mayWrite = !token.ReadOnly || (w.Options.ReadOnlyMayQuote && OrderRoutes.IsQuote(fields));
                if (!mayWrite && request.Method != "GET")
                {
                    throw ApiRefusal.Forbidden();
                }

                return handler.Answer(new(w, w.Accounts[token.Account], token, request, fields));
            });
        }
        catch (ApiRefusal refusal)
        {
            return refusal.ToAnswer();
        }
    }

    private T In<T>(Func<Simulation, T> visit)
    {
        lock (_gate)
        {
            _world.Settle(Now);
            return visit(_world);
        }
    }

    private void In(Action<Simulation> visit) => In(w =>
    {
        visit(w);
        return true;
    });

    private static Product Find(Simulation world, string uuid) => world.Products.Find(uuid) ?? throw new ArgumentException($"No product \"{uuid}\".");

    private static Backup FindBackup(Simulation world, string vserver, string uuid) =>
        FindVserver(world, vserver).Backups.Find(b => b.Uuid == uuid) ?? throw new ArgumentException($"No backup \"{uuid}\".");

    private static ScheduledTask FindTask(Simulation world, string vserver, string uuid) =>
        FindVserver(world, vserver).ScheduledTasks.Find(t => t.Uuid == uuid) ?? throw new ArgumentException($"No scheduled task \"{uuid}\".");

    private static Vserver FindVserver(Simulation world, string uuid) =>
        Find(world, uuid) as Vserver ?? throw new ArgumentException($"\"{uuid}\" is no vserver.");
}
