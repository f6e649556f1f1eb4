using Dashserv.Provider.Configuration;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary><c>data "dashserv_vserver_images"</c>.</summary>
internal sealed class VserverImagesDataSource(CurrentSession current) : DataSource<VserverImagesModel>
{
    public override Schema<VserverImagesModel> Schema { get; } = new("The operating systems that a vserver can be installed with.", VserverImagesModel.Table);

    protected override async Task ReadAsync(DataContext<VserverImagesModel> context)
    {
        var images = await current.Session.Catalogue.VserverImagesAsync(context.CancellationToken);
        var group = context.State.Group.OrNull();
        context.State.Images = Value.Known<IReadOnlyList<Value<VserverImageModel>>>(
        [
            .. images.Where(i => group is null || string.Equals(i.Group, group, StringComparison.OrdinalIgnoreCase))
            .Select(i => (Value<VserverImageModel>)new VserverImageModel
            {
                Name = i.Name,
                DisplayName = Value.OfNullable(i.DisplayName),
                Group = Value.OfNullable(i.Group),
                Version = Value.OfNullable(i.Version),
            }),
        ]);
    }
}
