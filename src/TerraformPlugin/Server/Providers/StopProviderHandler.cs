using Google.Protobuf;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Providers;

/// <summary>Ctrl-C: cancels what runs and answers at once; core holds a lock meanwhile.</summary>
internal sealed class StopProviderHandler(ProviderSession session)
{
    public Task<IMessage> HandleAsync(StopProvider.Types.Request request, CancellationToken cancellationToken)
    {
        session.Stop();
        return Task.FromResult<IMessage>(new StopProvider.Types.Response());
    }
}
