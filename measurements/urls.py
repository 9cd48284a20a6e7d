from django.urls import path

from measurements import profile_views, twice_views, views, way_views

app_name = "measurements"

urlpatterns = [
    path("", way_views.overview, name="overview"),
    path("all/", views.edit, name="edit"),
    path("picture/<slug:name>.svg", views.picture, name="picture"),
    path("quick/", way_views.quick, name="quick"),
    path("size/", way_views.size, name="size"),
    path("guided/", way_views.guided_on, name="guided_on"),
    path("guided/<slug:name>/", way_views.guided, name="guided"),
    path("twice/", twice_views.measure_twice, name="twice"),
    path("garment/", way_views.garment, name="garment"),
    path("file/", way_views.file, name="file"),
    path("figure/", way_views.figure, name="figure"),
    path("unit/", way_views.unit, name="unit"),
    path("answer/", way_views.answer, name="answer"),
    path("use/", profile_views.use, name="use"),
    path("profiles/", profile_views.new, name="new_profile"),
    path("profiles/<int:pk>/", profile_views.profile, name="profile"),
    path("profiles/<int:pk>/copy/", profile_views.copy_it, name="copy_profile"),
    path("profiles/<int:pk>/default/", profile_views.default, name="default_profile"),
    path("profiles/<int:pk>/delete/", profile_views.delete_it, name="delete_profile"),
]
