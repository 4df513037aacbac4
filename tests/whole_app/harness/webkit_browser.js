// The smallest browser around WebKitGTK that WebDriver can steer. The one that comes with the driver keeps
// its storage in memory only, so nothing in it can be killed and opened again; this one has a profile.
//
// gjs webkit_browser.js PROFILE DOWNLOADS
imports.gi.versions.Gtk = "3.0";
imports.gi.versions.WebKit2 = "4.1";
const { Gio, GLib, Gtk, WebKit2 } = imports.gi;
const [profile, downloads] = ARGV;

Gtk.init(null);

// The test says how the system looks by putting a file of that name into the profile.
const system = Gtk.Settings.get_default();
const has = name => GLib.file_test(`${profile}/${name}`, GLib.FileTest.EXISTS);
const look = () => {
  system.gtk_application_prefer_dark_theme = has("dark");
  system.gtk_enable_animations = !has("still");
};
const watch = Gio.File.new_for_path(profile).monitor_directory(Gio.FileMonitorFlags.NONE, null);
watch.connect("changed", look);
look();

const context = new WebKit2.WebContext({
  website_data_manager: new WebKit2.WebsiteDataManager({
    base_data_directory: `${profile}/data`,
    base_cache_directory: `${profile}/cache`,
  }),
});
context.set_automation_allowed(true);
context.set_preferred_languages(has("english") ? ["en-GB", "en"] : ["da-DK", "da"]);

context.connect("download-started", (_context, download) => {
  download.connect("decide-destination", (_download, name) => {
    const [, start, end] = name.match(/^(.*?)(\.[^.]*)?$/);
    let path = `${downloads}/${name}`;
    for (let number = 1; GLib.file_test(path, GLib.FileTest.EXISTS); number++) path = `${downloads}/${start} (${number})${end || ""}`;
    download.set_destination(GLib.filename_to_uri(path, null));
    return true;
  });
});

// What runs in every page before its own scripts: the clock on the wall of a test. Read anew for each page.
const content = new WebKit2.UserContentManager();
const takeTheTime = () => {
  content.remove_all_scripts();
  if (!has("clock")) return;
  const [, bytes] = GLib.file_get_contents(`${profile}/clock`);
  const source = new TextDecoder().decode(bytes);
  const { UserContentInjectedFrames: Frames, UserScriptInjectionTime: Time } = WebKit2;
  content.add_script(new WebKit2.UserScript(source, Frames.ALL_FRAMES, Time.START, null, null));
};

context.connect("automation-started", (_context, session) => {
  session.connect("create-web-view", () => {
    const view = new WebKit2.WebView({
      web_context: context,
      user_content_manager: content,
      is_controlled_by_automation: true,
      settings: new WebKit2.Settings({ enable_write_console_messages_to_stdout: true }),
    });
    const window = new Gtk.Window({ default_width: 1180, default_height: 820 });
    view.connect("close", () => window.destroy());
    view.connect("load-changed", (_view, event) => event === WebKit2.LoadEvent.STARTED && takeTheTime());
    window.add(view);
    window.show_all();
    return view;
  });
});

Gtk.main();
