"""Every address of the store, room by room; Wagtail's pages take what is left."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.decorators.cache import cache_control
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import open_login_link, save_recovery_codes, show_recovery_codes
from cms.machines import robots, sitemap

SIGN_IN = RedirectView.as_view(pattern_name="account_login", query_string=True)
FOR_GOOD = cache_control(public=True, max_age=31_536_000, immutable=True)
NEW_PASSWORD = RedirectView.as_view(pattern_name="account_reset_password")

handler429 = "config.limits.too_many"  # allauth calls it

urlpatterns = [
    # One way in for everybody: what protects it protects staff as well.
    path("admin/login/", SIGN_IN),
    path("_util/login/", SIGN_IN),
    path("admin/password_reset/", NEW_PASSWORD),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/login/link/<str:code>/", open_login_link, name="login_link"),
    path("accounts/", include("allauth.account.urls")),
    # allauth's own pages, under its own names, with a letter to whose codes they are.
    path("accounts/security/recovery-codes/", show_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "accounts/security/recovery-codes/download/",
        save_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("accounts/security/", include("allauth.mfa.urls")),
    path("measurements/", include("measurements.urls")),
    path("studio/", include("configurator.urls")),
    path("bench/", include("production.urls")),
    path("", include("orders.urls")),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    # Pictures of pages and tiles of cloth, in the sizes that are asked for, and nothing else of that
    # folder. Another picture has another name, so that browsers may keep what they have.
    re_path(
        r"^media/(?P<path>images/.+)$", FOR_GOOD(serve), {"document_root": settings.MEDIA_ROOT}
    ),
    path("", include(wagtail_urls)),
]
