namespace Dashserv.Simulator.Http;

/// <summary>What every request goes through: fields, fault script, gate, handler, journal, in this order.</summary>
internal sealed class ApiPipeline(SimulatedWorld world, FaultScript faults, RequestJournal journal, Bell bell, TimeProvider wire, CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var at = world.Now;
        var fields = await RequestFields.ReadAsync(request);
        var fault = faults.Match(request.Method, request.Path.Value ?? "/", fields);
        ApiAnswer? answer = null;
        try
        {
            if (fault is not null)
            {
                await WaitAsync(fault, context);
                answer = fault.Instead();
            }

            if (answer is null && fault?.Cut != CutMoment.Before)
            {
                answer = Answer(context, fields);
            }

            answer = fault?.Afterwards(answer) ?? answer;
        }
        finally
        {
            // Before the answer leaves: whoever has it must find it in the journal.
            journal.Add(new(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", fields,
                fault?.Cut is null ? answer?.Status ?? 0 : 0, at, world.AccountName(BearerToken(request)), fault?.Name));
            bell.Ring();
        }

        if (fault is { HoldAnswer: true })
        {
            await HoldAnswerAsync(context);
        }

        if (fault?.Cut is not null)
        {
            if (fault.Cut == CutMoment.Within)
            {
                await SendHalfAsync(context, answer!);
            }

            context.Abort();
        }
        else
        {
            await SendAsync(context, answer!, fault, world.Now);
        }
    }

    private async Task HoldAnswerAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        var held = faults.HoldAsync(ended.Token);
        bell.Ring();
        await held;
    }

    private async Task WaitAsync(FaultRule fault, HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        var waits = Task.WhenAll(
            fault.Hold ? faults.HoldAsync(ended.Token) : Task.CompletedTask,
            Task.Delay(fault.Hang ? Timeout.InfiniteTimeSpan : fault.Delay ?? TimeSpan.Zero, wire, ended.Token));
        // Whoever hears it finds the request waiting.
        bell.Ring();
        await waits;
    }

    private ApiAnswer Answer(HttpContext context, IReadOnlyDictionary<string, string> fields)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            return ApiAnswer.Failure(404, "Invalid API route");
        }
        // Routing's own endpoint for a known path and an unknown method carries no handler.
        if (endpoint.Metadata.GetMetadata<ApiHandler>() is not { } handler)
        {
            return ApiAnswer.Failure(405, "Invalid HTTP method");
        }

        return world.Answer(handler, BearerToken(context.Request), context.Request, fields);
    }

    private static string BearerToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : "";
    }

    private static async Task SendHalfAsync(HttpContext context, ApiAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body[..(answer.Body.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task SendAsync(HttpContext context, ApiAnswer answer, FaultRule? fault, DateTimeOffset now)
    {
        context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = fault?.ContentType ?? "application/json";
        context.Response.ContentLength = answer.Body.Length;
        if (fault?.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
