using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OkSign.Emulator.Account;
using OkSign.Emulator.AuditTrail;
using OkSign.Emulator.Briefcases;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.Contacts;
using OkSign.Emulator.Dashboard;
using OkSign.Emulator.Deliveries;
using OkSign.Emulator.Documents;
using OkSign.Emulator.EditorExpress;
using OkSign.Emulator.Faults;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.Metadata;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.OkDokument;
using OkSign.Emulator.Pages;
using OkSign.Emulator.SignExpress;
using OkSign.Emulator.Signing;
using OkSign.Emulator.State;

namespace OkSign.Emulator;

/// <summary>Puts the server together: services, request pipeline, operations.</summary>
internal static class OkSignServer
{
    public const string ServicePath = "/services/rest/";

    public static WebApplication Build(OkSignEmulatorOptions options, Credentials credentials)
    {
        // Empty, so that no configuration file or environment variable of the process that hosts the emulator changes it.
        var connections = new ConnectionCounter();
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, options, connections));
        AddServices(builder.Services, options, credentials);
        builder.Services.AddSingleton(connections);

        WebApplication app = builder.Build();
        app.Use(app.Services.GetRequiredService<RequestLog>().RecordAsync);
        app.UseErrorAnswers();
        app.UseExactPaths();
        app.UseRouting();
        MapOperations(app);
        app.MapOkDokument();
        app.MapDashboard();
        app.Services.GetRequiredService<SigningEndpoints>().Map(app);
        app.Services.GetRequiredService<EditorPageEndpoints>().Map(app);
        app.Services.GetRequiredService<PageAssets>().Map(app);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, OkSignEmulatorOptions options, ConnectionCounter connections)
    {
        kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Use(next => connection => connections.CountAsync(connection, next)));
        kestrel.AddServerHeader = false;

        // The operations judge sizes and non-ASCII header values themselves, to answer with the envelope.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
    }

    private static void AddServices(IServiceCollection services, OkSignEmulatorOptions options, Credentials credentials)
    {
        services.AddRoutingCore();

        // The default lifetime takes Ctrl-C away from the process that hosts the emulator.
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddSingleton(options);
        services.AddSingleton(options.WireVariants);
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(options.Users);
        services.AddSingleton(credentials);
        services.AddSingleton(new CreditBalance(options.Credits));
        services.AddSingleton<PageAssets>();
        services.AddSingleton<Clock>();
        services.AddSingleton<DocumentIds>();
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton<DocumentStore>();
        services.AddSingleton<DocumentUpload>();
        services.AddSingleton<DocumentRemoval>();
        services.AddSingleton<DescriptorReplacement>();
        services.AddSingleton<DocumentSigning>();
        services.AddSingleton<DocumentRefusing>();
        services.AddSingleton<SmsCodes>();
        services.AddSingleton<PageTexts>();
        services.AddSingleton<BundleStore>();
        services.AddSingleton<BriefcaseReader>();
        services.AddSingleton<SignExpressReader>();
        services.AddSingleton<EditorSessions>();
        services.AddSingleton<LinkTargets>();
        services.AddSingleton<SigningLinks>();
        services.AddSingleton<NotificationReader>();
        services.AddSingleton<EmailAttachments>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<DeliveryErrors>();
        services.AddSingleton<OrganizationalTokenInfo>();
        services.AddSingleton<CallbackAddresses>();
        services.AddSingleton<CallbackEvents>();
        services.AddSingleton<CallbackQueue>();
        services.AddSingleton<ContactBook>();
        services.AddSingleton<ServerAddress>();
        services.AddSingleton<EmptyAnswer>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton(new EmulatorFaults());
        services.AddSingleton<FaultInjection>();
        services.AddSingleton<OperationGate>();
        services.AddSingleton<SigningEndpoints>();
        services.AddSingleton<EditorPageEndpoints>();
        services.AddSingleton<IOperationGroup, DocumentEndpoints>();
        services.AddSingleton<IOperationGroup, ActiveDocumentsEndpoints>();
        services.AddSingleton<IOperationGroup, SignedDocumentsEndpoints>();
        services.AddSingleton<IOperationGroup, LinkedListEndpoints>();
        services.AddSingleton<IOperationGroup, FormDescriptorEndpoints>();
        services.AddSingleton<IOperationGroup, BriefcaseEndpoints>();
        services.AddSingleton<IOperationGroup, SignExpressEndpoints>();
        services.AddSingleton<IOperationGroup, EditorExpressEndpoints>();
        services.AddSingleton<IOperationGroup, MetadataEndpoints>();
        services.AddSingleton<IOperationGroup, AuditTrailEndpoints>();
        services.AddSingleton<IOperationGroup, UsersEndpoints>();
        services.AddSingleton<IOperationGroup, CreditsEndpoints>();
        services.AddSingleton<IOperationGroup, NotificationEndpoints>();
        services.AddSingleton<IOperationGroup, EmailAttachmentEndpoints>();
        services.AddSingleton<IOperationGroup, EmailTemplateEndpoints>();
        services.AddSingleton<IOperationGroup, ContactEndpoints>();
        services.AddSingleton<IOperationGroup, OrganizationalTokenEndpoints>();
        services.AddSingleton<IOperationGroup, WebhookEndpoints>();
        services.AddSingleton<IOperationGroup, SignerIdEndpoints>();
        services.AddOkDokument(options.OkDokument);
        services.AddDashboard();
    }

    private static void MapOperations(WebApplication app)
    {
        var routes = new OperationRoutes(
            app.MapGroup(ServicePath), app.Services.GetRequiredService<FaultInjection>(), app.Services.GetRequiredService<OperationGate>());
        foreach (IOperationGroup group in app.Services.GetServices<IOperationGroup>())
        {
            group.Map(routes);
        }
    }
}
